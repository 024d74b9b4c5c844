"use strict";
/*
 * The page of a training. What it shows is told by the data in the page, and then, if the page came from a training that still runs, by asking
 * for what is new since the last answer.
 */
(() => {
  const {element, number} = Charts;
  const byId = id => document.getElementById(id);
  const series = new Map(), histograms = new Map(), pictures = new Map(), charts = new Map();
  const state = {findings: [], step: null};

  /* Where a series is drawn, by its tag. */
  const RATIOS = {bands: [{from: 1e-4, to: 1e-2}], marks: [{at: 1e-3, label: "1e-3"}]};
  const LOG_RATIOS = {bands: [{from: -4, to: -2}], marks: [{at: -3, label: "-3"}]};
  const PLACES = [
    ["learning", "Loss", /^(?!gap|.*smoothed)(.*[\/ ])?loss$/i, {smoothed: true, toggleLog: true}],
    ["learning", "Accuracy", /^(?!gap)(.*[\/ ])?accuracy$/i, {smoothed: true, y: {bounds: [0, 1]}}],
    ["learning", "Learning rate", /^(train\/)?learning[-_ ]rate$/i, {toggleLog: true}],
    ["learning", "Gap between training and validation", /^gap\//, {}],
    ["updates", "Update-to-weight ratios", /^ratio\//, {y: {log: true}, ...RATIOS}],
    ["updates", "log10 of update-to-weight ratios of mean magnitudes", /^log[-_ ]ratio\//, LOG_RATIOS],
    ["updates", "Gradient norms", /^gradient(\/| norm$)/, {y: {log: true}}],
    ["updates", "Gradients beside the largest", /^gradient share\//, {y: {log: true}}],
    ["updates", "Weight norms", /^weight\//, {toggleLog: true}],
    ["activations", "Dead units, percent", /^dead\//, {y: {bounds: [0, 100]}}],
    ["activations", "Saturated activations, fraction", /^saturation\//, {y: {bounds: [0, 1]}}],
    ["activations", "Means of activations", /^activation mean\//, {}],
    ["activations", "Spreads of activations", /^activation spread\//, {toggleLog: true}],
    ["more", "Trend of the loss", /^loss\//, {}],
    ["more", "Seconds of an epoch", /^time\//, {toggleLog: true}],
    ["more", "Noise in pictures of weights", /^noise\//, {y: {bounds: [0, 1]}}],
    ["more", "Smoothed loss", /^train\/smoothed loss$/, {toggleLog: true}],
  ].map(([section, title, test, options], rank) => ({section, title, test, options, rank, key: section + " " + title}));
  const HISTOGRAMS = ["activation", "weight", "gradient", "update"];

  /** A metric of training and validation has a chart of its own, others share one for each word before a slash. */
  function placeOf(tag) {
    const known = PLACES.find(place => place.test.test(tag));
    if (known) return known;
    const metric = tag.match(/^(train|validation|test)\/(.+)$/), slash = tag.indexOf("/");
    const section = metric ? "learning" : "more", title = metric ? metric[2] : slash > 0 ? tag.slice(0, slash) : tag;
    return {section, title, options: {smoothed: Boolean(metric), toggleLog: true}, rank: PLACES.length, key: section + " " + title};
  }

  const labelOf = (tag, place) => place.section === "learning" && !tag.startsWith("gap/") || !tag.includes("/") ? tag : tag.slice(tag.indexOf("/") + 1);

  function chartIn(section, rank, key, make) {
    if (!charts.has(key)) {
      const figure = element("figure", "card");
      figure.style.order = rank;
      byId(section).hidden = false;
      byId(section).querySelector(".grid").append(figure);
      charts.set(key, make(figure));
    }
    return charts.get(key);
  }

  /* ---- what has arrived ---- */

  function takeSeries(news) {
    const one = series.get(news.tag) || {tag: news.tag, x: [], y: [], low: [], high: []};
    for (const [name, values] of [["x", news.steps], ["y", news.means], ["low", news.lows], ["high", news.highs]]) {
      one[name].length = Math.min(one[name].length, news.from);
      one[name].push(...values);
    }
    one.last = news.last;
    one.broken = news.notFinite ? news.notFinite.first : null;
    series.set(news.tag, one);
    return placeOf(news.tag).key;
  }

  const histogramRank = tag => (HISTOGRAMS.indexOf(tag.split("/")[0]) + HISTOGRAMS.length + 1) % (HISTOGRAMS.length + 1);

  const takeItems = (map, news) => {
    const items = (map.get(news.tag) || []).filter(item => news.kept.includes(item.step));
    map.set(news.tag, items.concat(news.items).sort((a, b) => a.step - b.step));
  };

  function take(news) {
    state.version = news.version;
    state.isFinished = news.finished;
    state.step = news.step ?? null;
    state.steps = news.step - news.firstStep;
    state.seconds = news.seconds;
    const changed = new Set(news.series.map(one => takeSeries(one)));
    news.histograms.forEach(one => takeItems(histograms, one));
    news.pictures.forEach(one => takeItems(pictures, one));
    if (news.findings) {
      state.findings = news.findings;
      state.hiddenFindings = news.hiddenFindings;
      showFindings();
    }
    showCurves(changed);
    news.histograms.forEach(one => chartIn("distributions", histogramRank(one.tag), "heat " + one.tag, figure => Charts.heat(figure, {title: one.tag, height: 190}))
      .show(histograms.get(one.tag)));
    news.pictures.forEach(one => chartIn("pictures", 0, "picture " + one.tag, figure => gallery(figure, one.tag)).show(pictures.get(one.tag)));
    document.querySelectorAll("nav a").forEach(link => link.hidden = byId(link.hash.slice(1)).hidden);
    byId("waiting").hidden = series.size + histograms.size + pictures.size + state.findings.length > 0;
    byId("left-out").hidden = !news.leftOut;
    byId("left-out").textContent = number(news.leftOut) + " more tags are not on this page; files hold them all.";
    showTiles();
  }

  /* ---- what is shown ---- */

  function showCurves(keys) {
    for (const key of keys) {
      const members = [...series.values()].filter(one => placeOf(one.tag).key === key);
      const place = placeOf(members[0].tag);
      const order = one => /valid|test/i.test(one.tag) ? 1 : 0;
      members.sort((a, b) => order(a) - order(b));
      chartIn(place.section, place.rank, key, figure => Charts.lines(figure, {title: place.title, sync: "step", ...place.options}))
        .show(members.map(one => ({...one, label: labelOf(one.tag, place), dashed: order(one) === 1})));
    }
  }

  function gallery(figure, tag) {
    const caption = element("div", "caption"), at = element("span", "quiet"), image = element("img"), label = element("label", "", "step");
    const slider = element("input");
    let items = [], isLatest = true;
    slider.type = "range";
    slider.min = 0;
    slider.setAttribute("aria-label", "step of " + tag);
    label.append(slider);
    caption.append(element("h3", "", tag), at);
    figure.append(caption, image, label);
    slider.addEventListener("input", () => {
      isLatest = Number(slider.value) === items.length - 1;
      pick();
    });
    function pick() {
      const item = items[Number(slider.value)];
      image.src = "data:image/png;base64," + item.png;
      image.width = item.width;
      image.height = item.height;
      image.alt = tag + " at step " + item.step;
      at.textContent = "step " + number(item.step);
      slider.setAttribute("aria-valuetext", "step " + item.step);
    }
    return {show(next) {
      const shown = items[Number(slider.value)]?.step;
      items = next;
      slider.max = items.length - 1;
      slider.value = isLatest ? items.length - 1 : Math.max(0, items.findIndex(item => item.step >= shown));
      label.hidden = items.length < 2;
      pick();
    }};
  }

  function showFindings() {
    byId("no-findings").hidden = state.findings.length > 0;
    byId("finding-list").replaceChildren(...state.findings.map(finding => {
      const item = element("li", finding.severity), head = element("div");
      head.append(element("span", "kind", finding.severity), " ", element("span", "where", finding.rule
        + (finding.subject ? " \u00b7 " + finding.subject : "") + " \u00b7 step " + number(finding.step)
        + (finding.times > 1 ? " \u00b7 seen " + number(finding.times) + " times since step " + number(finding.first) : "")));
      item.append(head, element("p", "sentence", finding.sentence), element("p", "remedy", finding.remedy));
      if (finding.reading) item.append(element("p", "reading", "Read more: " + finding.reading));
      return item;
    }));
    byId("more-findings").hidden = !state.hiddenFindings;
    byId("more-findings").textContent = number(state.hiddenFindings) + " more findings are not on this page.";
  }

  const duration = seconds => seconds < 60 ? Math.round(seconds) + " s"
    : seconds < 3600 ? Math.floor(seconds / 60) + " min " + Math.floor(seconds % 60) + " s"
    : Math.floor(seconds / 3600) + " h " + Math.floor(seconds % 3600 / 60) + " min";

  function showTiles() {
    const tiles = [];
    if (state.step !== null) tiles.push(["step", number(state.step)]);
    [...series.values()].filter(one => placeOf(one.tag).section === "learning").sort((a, b) => tileOrder(a.tag) - tileOrder(b.tag)).slice(0, 5)
      .forEach(one => tiles.push([one.tag, number(one.last), one.last === null]));
    if (state.seconds !== undefined) tiles.push(["time", duration(state.seconds)]);
    if (state.seconds > 0 && state.steps > 0) tiles.push(["steps per second", number(Number((state.steps / state.seconds).toPrecision(3)))]);
    byId("tiles").replaceChildren(...tiles.map(([name, words, isBad]) => {
      const tile = element("div"), value = element("dd", isBad ? "bad" : "", isBad ? "NaN" : words);
      const term = element("dt", "", name.replace("/", "/\u200b"));
      term.title = name;
      tile.append(term, value);
      return tile;
    }));
  }

  const tileOrder = tag => placeOf(tag).rank + (/epoch/i.test(tag) ? 1000 : /valid|test/i.test(tag) ? .5 : 0);

  function showStatus(words, kind, isPulsing) {
    const status = byId("status");
    status.className = "pill " + kind + (isPulsing ? " pulsing" : "");
    if (status.textContent !== words) status.textContent = words;
    document.title = (isPulsing ? "\u25cf " : "") + first.title;
  }

  /* ---- asking for more ---- */

  let failures = 0;

  async function ask() {
    try {
      const answer = await fetch("changes?since=" + state.version, {cache: "no-store"});
      if (!answer.ok) throw new Error(answer.status);
      take(await answer.json());
      failures = 0;
      showStatus("training", "good", true);
    } catch (failure) {
      failures++;
      showStatus("not connected: this is what was last heard", "warn", false);
    }
    if (state.isFinished) showStatus("finished", "good", false);
    else setTimeout(ask, Math.min(10000, (document.hidden ? 5000 : 1000) * (1 + failures)));
  }

  const slider = byId("smoothing");
  slider.addEventListener("input", () => {
    byId("smoothing-value").textContent = slider.value;
    Charts.setSmoothing(Number(slider.value));
  });
  Charts.setSmoothing(Number(slider.value));

  const first = JSON.parse(byId("training").textContent);
  byId("title").textContent = first.title;
  take(first);
  showStatus(first.finished ? "finished" : first.live ? "training" : "saved before the end", first.finished ? "good" : "warn", false);
  if (first.live && !first.finished) ask();
})();
