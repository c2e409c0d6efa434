// ECharts, dressed in the design tokens. Loaded only when figures and tables are already on screen.

const FONT = 12;

let library = null;

/** @return {Promise<object>} the charting library, loaded once */
export const loadCharts = () => (library ??= import('../../../vendor/echarts/echarts.esm.min.js'));

/** Names are data: braces and bars would be read as rich text. */
export const plain = (text) => String(text).replace(/[{}|]/g, (mark) => ({ '{': '｛', '}': '｝', '|': '｜' })[mark]);

function tokens() {
  const css = getComputedStyle(document.documentElement);
  return (name) => css.getPropertyValue(`--ts-${name}`).trim();
}

function theme(token) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    color: [1, 2, 3, 4, 5].map((index) => token(`data-${index}`)),
    backgroundColor: 'transparent',
    animation: !still,
    animationDuration: 240,
    animationDurationUpdate: 160,
    textStyle: { color: token('text-2'), fontFamily: getComputedStyle(document.body).fontFamily, fontSize: FONT },
    categoryAxis: {
      axisLine: { lineStyle: { color: token('border-strong') } },
      axisTick: { show: false },
      axisLabel: { color: token('text-3'), fontSize: FONT, hideOverlap: true },
      splitLine: { show: false },
    },
    valueAxis: {
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: token('text-3'), fontSize: FONT },
      splitLine: { lineStyle: { color: token('border') } },
    },
    line: { symbol: 'circle', symbolSize: 6, showSymbol: false, lineStyle: { width: 2 } },
  };
}

const tooltip = (token) => ({
  renderMode: 'richText', // an HTML tooltip writes style attributes, which the content policy refuses
  confine: true,
  trigger: 'axis',
  backgroundColor: token('invert'),
  borderWidth: 0,
  textStyle: { color: token('on-invert'), fontSize: FONT },
  axisPointer: { lineStyle: { color: token('border-strong') } },
});

/**
 * One chart in one element, made once and dressed again: disposing of it writes innerHTML, which Trusted Types refuse.
 */
export class Chart {
  #element;
  #chart = null;
  #observer = null;

  constructor(element) {
    this.#element = element;
  }

  get element() {
    return this.#element;
  }

  /** @param {function(function(string): string): object} option the chart's own part, made from the tokens */
  draw(echarts, option, description) {
    const token = tokens();
    if (this.#chart) this.#chart.setTheme(theme(token));
    else {
      this.#chart = echarts.init(this.#element, theme(token), { renderer: 'svg' });
      this.#observer = new ResizeObserver(() => this.#element.clientWidth && this.#chart.resize());
      this.#observer.observe(this.#element);
    }
    this.#chart.setOption({ aria: { enabled: true, label: { description } }, tooltip: tooltip(token), ...option(token) }, true);
  }
}

/** Contacts per day, and of those the tagged ones, each line named at its end. */
export const daysOption = ({ days, total, tagged, names, note, noteAt, describe }) => (token) => ({
  grid: { left: 4, right: 76, top: 28, bottom: 4, containLabel: true },
  tooltip: { ...tooltip(token), formatter: ([point]) => plain(describe(point.dataIndex)) },
  xAxis: { type: 'category', boundaryGap: false, data: days },
  yAxis: { type: 'value', min: 0, splitNumber: 4, minInterval: 1 },
  series: [
    line({ data: total, color: token('data-1'), name: names[0], token, note, noteAt }),
    line({ data: tagged, color: token('data-rest'), name: names[1], token, dashed: true }),
  ],
});

function line({ data, color, name, token, dashed = false, note, noteAt }) {
  return {
    type: 'line',
    data,
    color,
    lineStyle: { width: 2, type: dashed ? 'dashed' : 'solid' },
    endLabel: { show: true, formatter: () => plain(name), color: token('text-2'), fontSize: FONT, distance: 6, width: 66, overflow: 'break' },
    markPoint: note
      ? {
          symbol: 'circle',
          symbolSize: 9,
          itemStyle: { color: token('surface'), borderColor: color, borderWidth: 2 },
          data: [{ coord: [noteAt, data[noteAt]] }],
          label: {
            show: true,
            formatter: () => plain(note),
            position: noteAt > data.length / 2 ? 'left' : 'right',
            distance: 8,
            color: token('text'),
            fontSize: FONT,
            fontWeight: 600,
          },
        }
      : undefined,
  };
}

/** Six small lines on one scale; the first is the one the headline speaks of. */
export const manyOption = ({ names, values, points, columns, focus }) => (token) => {
  const rows = Math.ceil(names.length / columns);
  const width = (100 - 5 * (columns - 1)) / columns;
  const left = (at) => (at % columns) * (width + 5);
  const top = (at) => (Math.floor(at / columns) / rows) * 100;
  const most = Math.max(1, ...values.flat());
  const last = (at) => at >= names.length - columns;
  return {
    tooltip: { show: false },
    title: names.map((name, at) => ({
      text: plain(name),
      left: `${left(at)}%`,
      top: `${top(at)}%`,
      padding: 0,
      textStyle: { fontSize: FONT, fontWeight: at === focus ? 600 : 400, color: token('text'), width: 190, overflow: 'truncate' },
    })),
    grid: names.map((_, at) => ({ outerBoundsMode: 'none', left: `${left(at)}%`, width: `${width - 6}%`, top: `${top(at) + 100 / rows * 0.2}%`, height: `${100 / rows * 0.6}%` })),
    xAxis: names.map((_, at) => ({
      type: 'category',
      gridIndex: at,
      boundaryGap: false,
      data: points,
      axisLabel: { show: last(at), interval: (index) => index === 0 || index === points.length - 1, hideOverlap: false, alignMinLabel: 'left', alignMaxLabel: 'right' },
    })),
    yAxis: names.map((_, at) => ({ type: 'value', gridIndex: at, min: 0, max: most, show: false })),
    series: values.map((data, at) => ({
      type: 'line',
      xAxisIndex: at,
      yAxisIndex: at,
      data,
      silent: true,
      color: at === focus ? token('data-1') : token('data-rest'),
      areaStyle: { opacity: 0.12 },
      endLabel: { show: true, formatter: ({ value }) => String(value), distance: 6, color: token('text'), fontWeight: 600, fontSize: FONT },
    })),
  };
};
