/**
 * Pages in a browser: {@link dev.gradwright.monitor.page.TrainingPage} collects what is recorded and is saved as one file,
 * {@link dev.gradwright.monitor.page.PageServer} shows it while training runs. {@link dev.gradwright.monitor.page.HtmlPage} holds style, charts and the
 * assembly of a page, for other pages too. Uses the recorder's data and {@code json}.
 */
package dev.gradwright.monitor.page;
