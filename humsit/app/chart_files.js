/* Two buttons on every chart: PNG and SVG, drawn by Plotly itself in this browser, on the page's own background.
 * Plotly's button knows one format only, so it is asked twice, with another format each time. */
const FORMATS = ["png", "svg"];
const STYLE = `
  .js-plotly-plot .modebar:focus-within { opacity: 1 !important; }
  @media (hover: none) { .js-plotly-plot .modebar { opacity: 1 !important; } }
  .js-plotly-plot .modebar-group { background: transparent !important; display: flex; gap: 2px; }
  .js-plotly-plot .humsit-save {
    font: 600 11px/1 inherit; padding: 5px 6px; border-radius: 3px; cursor: pointer;
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

function save(chart, own, format) {
  const context = chart._context;
  const [options, paper] = [context.toImageButtonOptions, chart.layout.paper_bgcolor];
  context.toImageButtonOptions = { ...options, format, scale: format === "png" ? 2 : 1 };
  chart.layout.paper_bgcolor = backgroundOf(chart);
  try {
    own.click();
  } finally {
    context.toImageButtonOptions = options;
    chart.layout.paper_bgcolor = paper;
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
    button.setAttribute("aria-label", `Download this chart as ${format.toUpperCase()}`);
    button.addEventListener("click", () => save(chart, own, format));
    own.parentElement.append(button);
  }
}

function offerAll() {
  document.querySelectorAll(".js-plotly-plot .modebar-btn[data-title^='Download plot']").forEach(offer);
}

export default function () {
  if (document.humsitCharts) return;
  document.humsitCharts = true;
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
