"use strict";
/*
 * Charts of a page, drawn by uPlot in the colours of the page's style.
 *
 * Charts.lines(figure, options).show(series): curves, or points where a series has kind "points".
 *   options: title; x and y: {log, label, bounds: [least, most]}; marks: [{at, label}] and bands: [{from, to, label}] across; toggleLog;
 *   sync: name of charts whose cursors move together; height in pixels.
 *   series: [{label, x: [], y: [], low: [], high: [], dashed, kind, color, broken: x from which on numbers were not finite}]; null is a gap.
 * Charts.heat(figure, options).show(items): distributions side by side.
 *   items: [{step, edges: [], counts: [], mean, deviation}]
 * Charts.setSmoothing(weight): of long curves of charts with options.smoothed, from 0 to less than 1; short ones would only lag behind.
 */
const Charts = (() => {
  const COLORS = 8, SMOOTHABLE = 100, FEW = 40, all = new Set();
  const dark = matchMedia("(prefers-color-scheme: dark)");
  let smoothing = 0;

  dark.addEventListener("change", () => all.forEach(chart => chart.repaint()));

  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const seriesColor = index => css("--series-" + (index % COLORS + 1));

  /** An element with a class and words, which are never read as HTML. */
  function element(tag, className, words) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (words !== undefined) made.textContent = words;
    return made;
  }

  /** A number in about four digits. */
  function number(value) {
    if (value === null || value === undefined || Number.isNaN(value)) return "\u2013";
    if (value === 0) return "0";
    const size = Math.abs(value);
    if (size >= 1e6 || size < 1e-3) return value.toExponential(2).replace(/\.?0+e/, "e").replace("e+", "e");
    return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
  }

  /** Exponential moving average without the bias of its start; gaps stay gaps. */
  function smooth(values, weight) {
    let average = 0, sum = 0;
    return values.map(value => {
      if (value === null || value === undefined) return value;
      average = weight * average + (1 - weight) * value;
      sum = weight * sum + (1 - weight);
      return average / sum;
    });
  }

  function axis(isY, isLog, hasGrid) {
    return {
      scale: isY ? "y" : "x",
      stroke: () => css("--muted"),
      grid: {show: hasGrid, stroke: () => css("--line"), width: 1},
      ticks: {stroke: () => css("--line"), width: 1, size: 4},
      font: "12px system-ui, sans-serif",
      values: (plot, splits) => splits.map(split => split === null ? "" : isLog && split < 1e-2 ? split.toExponential(0) : number(split)),
      size: isY ? (plot, labels) => 14 + 7 * Math.max(3, ...(labels || []).map(label => label.length)) : 28,
      space: isY ? 32 : 64,
    };
  }

  /** The range of the vertical axis: that of the data, widened to what the options ask for. */
  function rangeY(options, isLog) {
    return (plot, low, high) => {
      if (low === null || high === null) return isLog ? [1e-3, 1] : [0, 1];
      const wanted = (options.bands || []).flatMap(band => [band.from, band.to]).concat((options.marks || []).map(mark => mark.at));
      const least = Math.min(low, ...wanted), most = Math.max(high, ...wanted);
      if (isLog) {
        return [10 ** (Math.floor(Math.log10(least) * 2) / 2), 10 ** (Math.ceil(Math.log10(most) * 2 + 1e-9) / 2)];
      }
      const pad = least === most ? Math.abs(least) * .1 || 1 : (most - least) * .06, bounds = options.y?.bounds || [];
      return [Math.max(least - pad, bounds[0] ?? -Infinity), Math.min(most + pad, bounds[1] ?? Infinity)];
    };
  }

  const rangeX = isLog => (plot, low, high) =>
    low === null ? [0, 1] : low === high ? (isLog ? [low / 2, low * 2] : [low - 1, low + 1]) : [low, high];

  function paintBands(plot, options) {
    const {ctx, bbox} = plot, ratio = devicePixelRatio;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    for (const band of options.bands || []) {
      const top = plot.valToPos(band.to, "y", true), bottom = plot.valToPos(band.from, "y", true);
      ctx.fillStyle = css("--healthy");
      ctx.fillRect(bbox.left, top, bbox.width, bottom - top);
    }
    for (const mark of options.marks || []) {
      const y = Math.round(plot.valToPos(mark.at, "y", true));
      ctx.strokeStyle = css("--good");
      ctx.lineWidth = ratio;
      ctx.setLineDash([6 * ratio, 4 * ratio]);
      ctx.beginPath();
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
      ctx.stroke();
      label(plot, mark.label, bbox.left + bbox.width - 6 * ratio, y - 5 * ratio, css("--good"), "right");
    }
    ctx.restore();
  }

  function label(plot, words, x, y, color, align) {
    const ctx = plot.ctx;
    ctx.fillStyle = color;
    ctx.font = 11 * devicePixelRatio + "px system-ui, sans-serif";
    ctx.textAlign = align;
    ctx.textBaseline = "alphabetic";
    ctx.fillText(words || "", x, y);
  }

  /** A red line from where on numbers were not finite. */
  function paintBreaks(plot, series) {
    const broken = series.filter(one => one.broken !== undefined && one.broken !== null);
    if (!broken.length) return;
    const {ctx, bbox} = plot, ratio = devicePixelRatio;
    const x = plot.valToPos(Math.min(...broken.map(one => one.broken)), "x", true);
    if (x < bbox.left - 1 || x > bbox.left + bbox.width + 1) return;
    ctx.save();
    ctx.strokeStyle = css("--bad");
    ctx.lineWidth = 2 * ratio;
    ctx.beginPath();
    ctx.moveTo(x, bbox.top);
    ctx.lineTo(x, bbox.top + bbox.height);
    ctx.stroke();
    const isRight = x > bbox.left + bbox.width / 2;
    label(plot, "NaN or infinite", x + (isRight ? -6 : 6) * ratio, bbox.top + 14 * ratio, css("--bad"), isRight ? "right" : "left");
    ctx.restore();
  }

  /** Head, plot and legend of a figure, and what all charts do: grow and shrink with the page, and stay zoomed while data arrive. */
  function frame(figure, options, make) {
    const caption = element("div", "caption"), at = element("span", "quiet at");
    const plot = element("div", "plot"), legend = element("ul", "legend");
    caption.append(element("h3", "", options.title), at);
    plot.setAttribute("role", "img");
    figure.append(caption, plot, legend);
    let chart = null, shape = null, isZoomed = false, isDue = false;
    const self = {figure, caption, at, plot, legend, options, chart: () => chart, draw, repaint, redo};

    function draw() {
      isDue = !plot.clientWidth;
      if (isDue) return;
      const {data, config, key} = make(self);
      if (key !== shape) {
        chart?.destroy();
        shape = key;
        isZoomed = false;
        chart = new uPlot({
          width: plot.clientWidth, height: options.height || 240, legend: {show: false}, padding: [12, 12, 0, 0], ...config,
        }, data, plot);
        plot.querySelectorAll("canvas").forEach(canvas => canvas.setAttribute("aria-hidden", "true"));
        chart.over.addEventListener("dblclick", () => isZoomed = false);
      } else {
        chart.setData(data, !isZoomed);
        if (isZoomed) chart.redraw();
      }
    }
    function repaint() {
      chart?.redraw();
    }
    function redo() {
      shape = null;
      draw();
    }
    self.zoomed = () => isZoomed = true;
    new ResizeObserver(() => {
      if (isDue) draw();
      else if (chart && plot.clientWidth && plot.clientWidth !== chart.width) chart.setSize({width: plot.clientWidth, height: chart.height});
    }).observe(plot);
    all.add(self);
    return self;
  }

  const cursor = options => ({
    drag: {x: true, y: false}, points: {size: 7}, ...(options.sync ? {sync: {key: options.sync, scales: ["x", null], setSeries: false}} : {}),
  });

  /** The value at an index, or the last one before it. */
  function valueAt(values, index) {
    for (let i = Math.min(index, values.length - 1); i >= 0; i--) {
      if (values[i] !== null && values[i] !== undefined) return values[i];
    }
    return null;
  }

  /** What has to be drawn for a series: columns of numbers, and how. */
  function columns(series, index, isLog, isSmoothed) {
    const positive = values => isLog ? values.map(value => value > 0 ? value : null) : values;
    const own = series.color ?? index, color = () => seriesColor(own);
    const dash = series.dashed || own >= COLORS ? [6, 4] : undefined;
    if (series.kind === "points") {
      return [{values: positive(series.y), line: {stroke: color, paths: () => null, points: {show: true, size: 7, fill: color}}, main: true}];
    }
    const parts = [], spreads = series.low && series.low.some((low, i) => low !== series.high[i]);
    if (spreads) {
      parts.push({values: positive(series.high), line: {stroke: "transparent", points: {show: false}}, band: () => color() + "2e"});
      parts.push({values: positive(series.low), line: {stroke: "transparent", points: {show: false}}});
    }
    const few = series.y.length < FEW ? {show: true, size: 5, fill: color} : {show: false};
    const raw = positive(series.y);
    parts.push({
      values: raw, main: true,
      line: {stroke: isSmoothed ? () => color() + "59" : color, width: isSmoothed ? 1 : 2, dash, points: isSmoothed ? {show: false} : few},
    });
    if (isSmoothed) parts.push({values: smooth(raw, smoothing), smooth: true, line: {stroke: color, width: 2, dash, points: {show: false}}});
    return parts;
  }

  function summary(title, series) {
    return title + ": " + series.map(one => {
      const numbers = one.y.filter(value => value !== null && value !== undefined);
      return numbers.length ? one.label + " from " + number(numbers[0]) + " to " + number(numbers[numbers.length - 1]) : one.label + " without numbers";
    }).join("; ");
  }

  function lines(figure, options) {
    let series = [], isLog = Boolean(options.y?.log), drawn = [];
    const hidden = new Set();
    const self = frame(figure, options, make);
    if (options.toggleLog) {
      const button = element("button", "choice", "log");
      button.type = "button";
      button.setAttribute("aria-label", "logarithmic axis for " + options.title);
      button.setAttribute("aria-pressed", isLog);
      button.addEventListener("click", () => {
        isLog = !isLog;
        button.setAttribute("aria-pressed", isLog);
        self.redo();
      });
      self.caption.append(button);
    }

    function make() {
      const isSmoothed = one => options.smoothed && smoothing > 0 && one.y.length >= SMOOTHABLE;
      drawn = series.map((one, index) => ({one, parts: columns(one, index, isLog, isSmoothed(one))}));
      const data = drawn.length ? uPlot.join(drawn.map(({one, parts}) => [one.x, ...parts.map(part => part.values)])) : [[], []];
      let next = 1;
      const config = {
        scales: {
          x: {time: false, distr: options.x?.log ? 3 : 1, range: rangeX(options.x?.log)},
          y: {distr: isLog ? 3 : 1, range: rangeY(options, isLog)},
        },
        axes: [axis(false, options.x?.log, true), axis(true, isLog, true)],
        series: [{}], bands: [], cursor: cursor(options),
        hooks: {
          drawClear: [plot => paintBands(plot, options)],
          draw: [plot => paintBreaks(plot, series)],
          setCursor: [plot => values(plot.cursor.idx)],
          setSelect: [plot => plot.select.width > 0 && self.zoomed()],
        },
      };
      for (const {one, parts} of drawn) {
        for (const part of parts) {
          part.index = next++;
          config.series.push({label: one.label, show: !hidden.has(one.label), spanGaps: false, ...part.line});
          if (part.band) config.bands.push({series: [part.index, part.index + 1], fill: part.band});
        }
      }
      if (!drawn.length) config.series.push({});
      const key = isLog + "|" + drawn.map(({one, parts}) => one.label + "/" + parts.length + (one.y.length < FEW)).join("|");
      self.plot.setAttribute("aria-label", summary(options.title, series));
      return {data, config, key};
    }

    function values(index) {
      const chart = self.chart(), isInside = chart && index !== null && index !== undefined;
      self.at.textContent = isInside ? (options.x?.label || "step") + " " + number(chart.data[0][index]) : "";
      drawn.forEach(({one, parts}, i) => {
        const part = parts.find(candidate => candidate.smooth) || parts.find(candidate => candidate.main);
        const words = one.broken !== undefined && one.broken !== null && !isInside ? "NaN"
          : number(valueAt(isInside ? chart.data[part.index] : part.values, isInside ? index : Infinity));
        const field = self.legend.children[i]?.querySelector(".value");
        if (field && field.textContent !== words) field.textContent = words;
      });
    }

    function entries() {
      const labels = series.map(one => one.label).join("\n");
      if (self.legend.dataset.labels === labels) return;
      self.legend.dataset.labels = labels;
      self.legend.replaceChildren(...series.map((one, index) => {
        const own = one.color ?? index, button = element("button"), item = element("li");
        const swatch = element("span", "swatch" + (one.kind === "points" ? " round" : one.dashed || own >= COLORS ? " dashed" : ""));
        swatch.style.setProperty("--own", "var(--series-" + (own % COLORS + 1) + ")");
        button.type = "button";
        button.setAttribute("aria-pressed", !hidden.has(one.label));
        button.append(swatch, element("span", "name", one.label), element("span", "value", ""));
        button.addEventListener("click", () => {
          if (!hidden.delete(one.label)) hidden.add(one.label);
          const isShown = !hidden.has(one.label);
          button.setAttribute("aria-pressed", isShown);
          drawn.filter(entry => entry.one.label === one.label)
            .forEach(entry => entry.parts.forEach(part => self.chart().setSeries(part.index, {show: isShown})));
        });
        item.append(button);
        return item;
      }));
    }

    self.show = next => {
      series = next;
      self.draw();
      entries();
      values(self.chart()?.cursor.idx);
    };
    return self;
  }

  /** Cells behind the curve of the mean: the darker, the more numbers are there. */
  function paintCells(plot, items) {
    const {ctx, bbox} = plot, color = seriesColor(0);
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    ctx.fillStyle = color;
    items.forEach((item, i) => {
      const before = i > 0 ? (items[i - 1].step + item.step) / 2 : plot.scales.x.min;
      const after = i + 1 < items.length ? (items[i + 1].step + item.step) / 2 : plot.scales.x.max;
      const left = Math.floor(plot.valToPos(before, "x", true)), right = Math.floor(plot.valToPos(after, "x", true));
      const densities = item.counts.map((count, bin) => count / Math.max(item.edges[bin + 1] - item.edges[bin], 1e-300));
      const densest = Math.max(...densities);
      densities.forEach((density, bin) => {
        if (!density) return;
        const top = Math.floor(plot.valToPos(item.edges[bin + 1], "y", true)), bottom = Math.floor(plot.valToPos(item.edges[bin], "y", true));
        ctx.globalAlpha = .08 + .82 * Math.sqrt(density / densest);
        ctx.fillRect(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
      });
    });
    ctx.restore();
  }

  function heat(figure, options) {
    let items = [], limits = [0, 1];
    const self = frame(figure, options, () => {
      const edges = items.flatMap(item => item.edges.length ? [item.edges[0], item.edges[item.edges.length - 1]] : []);
      const low = Math.min(...edges), high = Math.max(...edges), pad = (high - low) * .03 || 1;
      const last = items[items.length - 1];
      limits = edges.length ? [low - pad, high + pad] : [0, 1];
      self.plot.setAttribute("aria-label", options.title + (last ? ": at step " + last.step + " mean " + number(last.mean) + ", spread "
        + number(last.deviation) + ", from " + number(last.edges[0]) + " to " + number(last.edges[last.edges.length - 1]) : ""));
      return {
        key: "heat",
        data: [items.map(item => item.step), items.map(item => item.mean)],
        config: {
          scales: {
            x: {time: false, range: rangeX(false)},
            y: {range: () => limits},
          },
          axes: [axis(false, false, false), axis(true, false, false)],
          series: [{}, {stroke: () => css("--ink"), width: 1.5, points: {show: false}}],
          cursor: cursor(options),
          hooks: {
            drawClear: [plot => paintCells(plot, items)],
            setCursor: [plot => words(plot.cursor.idx)],
            setSelect: [plot => plot.select.width > 0 && self.zoomed()],
          },
        },
      };
    });
    self.legend.remove();

    function words(index) {
      const item = items[index ?? items.length - 1];
      self.at.textContent = item ? "step " + number(item.step) + ": mean " + number(item.mean) + ", spread " + number(item.deviation)
        + (item.notFinite ? ", " + number(item.notFinite) + " not finite" : "") : "";
    }

    self.show = next => {
      items = next;
      self.draw();
      words(self.chart()?.cursor.idx);
    };
    return self;
  }

  function setSmoothing(weight) {
    smoothing = weight;
    all.forEach(chart => chart.options.smoothed && chart.draw());
  }

  return {lines, heat, setSmoothing, element, number};
})();
