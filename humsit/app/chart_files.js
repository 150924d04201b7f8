/* Two buttons on every chart: PNG and SVG, drawn by Plotly itself in this browser, on the page's own background.
 * Plotly's button knows one format only, so it is asked twice, with another format each time. */
const FORMATS = ["png", "svg"];
const [LETTER, LINE] = [7.4, 19]; // pixels of the title above a picture
const STYLE = `
  .js-plotly-plot .modebar:focus-within { opacity: 1 !important; }
  @media (hover: none) { .js-plotly-plot .modebar { opacity: 1 !important; } }
  .js-plotly-plot .modebar-group { background: transparent !important; display: flex; gap: 4px; padding: 0; }
  .js-plotly-plot .humsit-save {
    font: 600 11px/1 sans-serif; padding: 5px 7px; border-radius: 3px; cursor: pointer;
    color: inherit; background: color-mix(in srgb, currentColor 12%, transparent); border: 0;
  }
  .js-plotly-plot .humsit-save:hover, .js-plotly-plot .humsit-save:focus-visible {
    background: color-mix(in srgb, currentColor 28%, transparent); outline: 1px solid currentColor;
  }`;

function backgroundOf(element) {
  for (let at = element; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (colour && colour !== "transparent" && !colour.endsWith(", 0)")) return colour;
  }
  return "#ffffff";
}

function inLines(words, width) {
  const most = Math.max(20, Math.floor((width - 16) / LETTER));
  const lines = [""];
  for (const word of words.split(" ")) {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length >= most) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}

/* What a picture has and the chart on the page has not, for there it stands beside it: a background, and a title above. */
function dressed(chart) {
  const { layout, _fullLayout: drawn } = chart;
  const title = (layout.meta && layout.meta.picture) || "";
  const lines = inLines(title, drawn.width);
  const more = title ? 16 + LINE * lines.length : 0;
  const text = { text: lines.join("<br>"), x: 0, xref: "container", xanchor: "left", y: 1, yanchor: "top", font: { size: 14 }, pad: { l: 8, t: 10 * lines.length } };
  return {
    size: { width: drawn.width, height: drawn.height + more },
    layout: {
      paper_bgcolor: backgroundOf(chart),
      title: title ? text : layout.title,
      margin: { ...layout.margin, t: ((layout.margin && layout.margin.t) || 0) + more },
      height: drawn.height + more,
    },
  };
}

function save(chart, own, format) {
  const context = chart._context;
  const options = context.toImageButtonOptions;
  const picture = dressed(chart);
  const before = {};
  for (const name of Object.keys(picture.layout)) before[name] = chart.layout[name];
  context.toImageButtonOptions = { ...options, ...picture.size, format, scale: format === "png" ? 2 : 1 };
  Object.assign(chart.layout, picture.layout);
  try {
    own.click(); // Plotly copies all of it before it does anything else
  } finally {
    context.toImageButtonOptions = options;
    Object.assign(chart.layout, before);
  }
}

function offer(own) {
  const chart = own.closest(".js-plotly-plot");
  if (!chart || !chart._context || own.dataset.humsit) return;
  own.dataset.humsit = "replaced";
  own.style.display = "none";
  for (const format of FORMATS) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "humsit-save";
    button.textContent = format.toUpperCase();
    button.setAttribute("aria-label", document.humsitCharts[format]);
    button.addEventListener("click", () => save(chart, own, format));
    own.parentElement.append(button);
  }
}

function offerAll() {
  document.querySelectorAll(".js-plotly-plot .modebar-btn[data-title^='Download plot']").forEach(offer);
}

export default function ({ data }) {
  if (document.humsitCharts) return;
  document.humsitCharts = data;
  const style = document.createElement("style");
  style.textContent = STYLE;
  document.head.append(style);
  let waiting = false;
  new MutationObserver(() => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      offerAll();
    });
  }).observe(document.body, { childList: true, subtree: true });
  offerAll();
}
