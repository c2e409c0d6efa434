import { preferences } from './preferences.js';

const WORDS = {
  en: {
    tickets: 'Tickets', about: 'About this sandbox', subject: 'Subject', requester: 'Requester',
    status: 'Status', tags: 'Tags', updated: 'Updated', created: 'Created', assignee: 'Assignee',
    priority: 'Priority', older: 'Older', newest: 'Newest', apps: 'Apps', reload: 'Reload apps',
    submit: 'Submit', reply: 'Public reply', addTag: 'Add a tag, then press Enter', none: '–',
    remove: 'Remove {0}', unsaved: 'Not submitted yet', saved: 'Ticket updated', hide: 'Hide apps',
    show: 'Show apps', missing: 'There is no ticket {0}', noApp: 'No sidebar is connected to this sandbox.',
    language: 'Language', colors: 'Colors', light: 'Light', dark: 'Dark', ticket: 'Ticket',
    internal: 'Internal note', fields: 'Ticket fields', conversation: 'Conversation',
    vetoed: 'An app stopped the update: {0}', changed: 'Somebody else updated this ticket',
    update: 'Update', tooLong: 'A tag has at most {0} characters.',
    new: 'New', open: 'Open', pending: 'Pending', hold: 'On-hold', solved: 'Solved', closed: 'Closed',
  },
  'zh-Hant': {
    tickets: '工單', about: '關於此沙盒', subject: '主旨', requester: '申請者', status: '狀態',
    tags: '標籤', updated: '更新時間', created: '建立時間', assignee: '受理人', priority: '優先順序',
    older: '較舊', newest: '最新', apps: '應用程式', reload: '重新載入應用程式', submit: '送出',
    reply: '公開回覆', addTag: '輸入標籤後按 Enter', none: '–', remove: '移除 {0}', unsaved: '尚未送出',
    saved: '工單已更新', hide: '隱藏應用程式', show: '顯示應用程式', missing: '沒有工單 {0}',
    noApp: '此沙盒尚未連接側邊欄。', language: '語言', colors: '色彩', light: '淺色', dark: '深色',
    ticket: '工單', internal: '內部備註', fields: '工單欄位', conversation: '對話',
    vetoed: '應用程式阻止了更新：{0}', changed: '其他人更新了此工單',
    update: '更新', tooLong: '標籤最多 {0} 個字元。',
    new: '新增', open: '開啟', pending: '待回覆', hold: '保留', solved: '已解決', closed: '已關閉',
  },
  'zh-Hans': {
    tickets: '工单', about: '关于此沙盒', subject: '主题', requester: '请求者', status: '状态',
    tags: '标签', updated: '更新时间', created: '创建时间', assignee: '受理人', priority: '优先级',
    older: '较旧', newest: '最新', apps: '应用', reload: '重新加载应用', submit: '提交',
    reply: '公开回复', addTag: '输入标签后按 Enter', none: '–', remove: '移除 {0}', unsaved: '尚未提交',
    saved: '工单已更新', hide: '隐藏应用', show: '显示应用', missing: '没有工单 {0}',
    noApp: '此沙盒尚未连接侧边栏。', language: '语言', colors: '颜色', light: '浅色', dark: '深色',
    ticket: '工单', internal: '内部备注', fields: '工单字段', conversation: '对话',
    vetoed: '应用阻止了更新：{0}', changed: '其他人更新了此工单',
    update: '更新', tooLong: '标签最多 {0} 个字符。',
    new: '新建', open: '打开', pending: '待回复', hold: '暂停', solved: '已解决', closed: '已关闭',
  },
};

/** The word of that key in the chosen language, `{0}` replaced. */
export function word(key, value) {
  const text = WORDS[preferences.language][key] ?? key;
  return value === undefined ? text : text.replace('{0}', value);
}

/** Fills every element that names a key: `data-word` its text, `data-label` its accessible name. */
export function fillWords(root = document) {
  for (const element of root.querySelectorAll('[data-word]')) {
    element.textContent = word(element.dataset.word);
  }
  for (const element of root.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', word(element.dataset.label));
  }
}

/** A moment in the chosen language. */
export function moment(iso) {
  return new Intl.DateTimeFormat(preferences.locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(new Date(iso));
}
