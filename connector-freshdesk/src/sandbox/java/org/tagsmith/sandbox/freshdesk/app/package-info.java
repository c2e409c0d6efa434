/**
 * The pages a person opens, and the Freshworks platform around the sidebar app, as far as an app
 * can tell:
 *
 * <ul>
 *   <li>The app is a package as FDK makes it: {@code manifest.json}, {@code config/requests.json},
 *       {@code config/iparams.json}, and its pages under {@code app}. It is served from another
 *       origin than the ticket page, with <code>{{{appclient}}}</code> filled in.
 *   <li>Its page finds {@code app.initialized()}, which gives the client with {@code data.get},
 *       {@code events.on}, {@code interface.trigger}, {@code instance.resize}, {@code iparams.get}
 *       and {@code request.invokeTemplate}. There is no event for changed tags.
 *   <li>No page is loaded with a signed token. The app's backend is called by the platform, with
 *       templates that may hold secure parameters, which never reach the browser; whatever host a
 *       template names, the sandbox calls Tagsmith. Who the agent is, the app says: it is asserted,
 *       not proven.
 *   <li>How the client talks to the page around it is Freshworks' own business and not documented;
 *       here it is JSON text in both directions: {@code {appGuid, id, call, args}} is answered by
 *       {@code {appGuid, id, result}} or {@code {appGuid, id, error}}, and {@code {appGuid, event,
 *       data, ask}} tells what happened.
 * </ul>
 *
 * <p>Source: the freshworks-developers repositories' app guides for manifest 2.3 and 3.0.
 */
package org.tagsmith.sandbox.freshdesk.app;
