export default function({ data, parentElement, setStateValue, setTriggerValue }) {
  const page = parentElement.querySelector('.page'), bar = parentElement.querySelector('.bar');
  const words = data.words;
  const facts = () => [...page.querySelectorAll('.fact[role]')];  // where a walk stops: each fact once
  const drawn = JSON.stringify(data.pieces);
  if (page.drawn !== drawn) draw();
  mark();
  if (page.arrived !== data.arrive) { page.arrived = data.arrive; arrive(); }

  function draw() {
    page.drawn = drawn;
    page.at = -1;
    page.scrollTop = 0;
    page.chosenBefore = undefined;
    page.setAttribute('aria-label', words.page);
    page.replaceChildren(...data.pieces.map((piece) => {
      const span = document.createElement('span');
      span.textContent = piece.text;
      span.dataset.start = piece.start;
      if (piece.facts.length) {
        span.className = 'fact ' + piece.kind;
        span.dataset.facts = JSON.stringify(piece.facts);
        span.title = piece.said;
        if (piece.begins) { span.tabIndex = -1; span.setAttribute('role', 'button'); }
      }
      return span;
    }));
    drawBar();
  }
  function drawBar() {
    bar.replaceChildren();
    const previous = button(words.previous, () => step(-1)), next = button(words.next, () => step(1));
    const count = document.createElement('span');
    count.className = 'count';
    count.setAttribute('role', 'status');
    const legend = document.createElement('span');
    legend.className = 'legend';
    for (const [kind, word] of Object.entries(data.legend)) {
      const example = document.createElement('span');
      example.className = 'fact ' + kind;
      example.textContent = word;
      legend.append(example);
    }
    if (facts().length || data.before || data.after) bar.append(previous, next, count);
    bar.append(legend);
  }
  function button(label, does) {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = label;
    made.onclick = does;
    return made;
  }
  // The chosen passage is marked anew without drawing the text again, so that the keyboard stays where it is.
  function mark() {
    const all = facts();
    page.querySelectorAll('.fact').forEach((one) => {
      const is = JSON.parse(one.dataset.facts).includes(data.chosen);
      one.classList.toggle('chosen', is);
      if (one.hasAttribute('role')) one.setAttribute('aria-pressed', is);
    });
    if (page.chosenBefore !== data.chosen) {
      page.chosenBefore = data.chosen;
      const at = all.findIndex((one) => one.classList.contains('chosen'));
      if (at >= 0) { page.at = at; intoView(all[at]); showEvidence(); }
    }
    told();
  }
  function arrive() {
    if (data.arrive > 0) go(0);
    if (data.arrive < 0) go(facts().length - 1);
  }
  function go(at) {
    const all = facts();
    if (!all.length) { page.focus(); return; }
    page.at = Math.max(0, Math.min(all.length - 1, at));
    all[page.at].focus({ preventScroll: true });
    intoView(all[page.at]);
    told();
  }
  function step(by) {
    const all = facts(), to = (page.at < 0 ? inSight(all, by) : page.at + by);
    if (to >= all.length && data.after) setTriggerValue('turned', 1);
    else if (to < 0 && data.before) setTriggerValue('turned', -1);
    else if (to >= 0 && to < all.length) go(to);
  }
  // Whoever begins to walk in the middle of a text begins with what is in sight.
  function inSight(all, by) {
    const top = page.getBoundingClientRect().top;
    const first = all.findIndex((one) => one.getBoundingClientRect().bottom > top);
    return first < 0 ? (by > 0 ? all.length : all.length - 1) : by > 0 ? first : first - 1;
  }
  function intoView(one) {
    const box = page.getBoundingClientRect(), there = one.getBoundingClientRect();
    if (there.top < box.top + 40 || there.bottom > box.bottom - 40) page.scrollTop += there.top - box.top - page.clientHeight / 3;
    one.scrollIntoView({ block: 'nearest' });
  }
  // On a phone the evidence stands below the text: it is brought into sight when it is there.
  function showEvidence() {
    if (page.asked !== data.chosen || window.innerWidth > 640) return;
    let tries = 30;
    const look = () => {
      const found = document.querySelector(data.evidence);
      if (found) found.scrollIntoView({ block: 'start', behavior: 'smooth' });
      else if (tries--) setTimeout(look, 100);
    };
    look();
  }
  function told() {
    const all = facts(), [previous, next] = bar.querySelectorAll('button'), count = bar.querySelector('.count');
    all.forEach((one, at) => { one.tabIndex = at === Math.max(0, page.at) ? 0 : -1; });
    if (!count) return;
    const first = page.at === 0 || !all.length, last = page.at >= all.length - 1;
    previous.textContent = first && data.before ? words.previous_part : words.previous;
    next.textContent = last && data.after ? words.next_part : words.next;
    previous.setAttribute('aria-disabled', first && !data.before);
    next.setAttribute('aria-disabled', last && !data.after && (page.at >= 0 || !all.length));
    count.textContent = page.at < 0 ? `${all.length}` : `${page.at + 1} / ${all.length}`;
  }
  // Where facts share their words, each press shows the next of them.
  function pick(one) {
    const ids = JSON.parse(one.dataset.facts), at = ids.indexOf(data.chosen);
    page.at = facts().findIndex((stop) => stop === one || JSON.parse(stop.dataset.facts)[0] === ids[0]);
    page.asked = ids[(at + 1) % ids.length];
    told();
    setTriggerValue('picked', page.asked);
  }
  function place(node, offset) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node.children[offset] || node.lastElementChild;
    if (!element || element.dataset.start === undefined) return null;
    const inside = node.nodeType === Node.TEXT_NODE ? Array.from(node.data.slice(0, offset)).length
      : (node.children[offset] ? 0 : Array.from(element.textContent).length);
    return Number(element.dataset.start) + inside;
  }
  function ranges() {
    const root = page.getRootNode();
    const selection = document.getSelection();
    if (selection && selection.getComposedRanges && root instanceof ShadowRoot) {
      return selection.getComposedRanges({ shadowRoots: [root] });
    }
    const own = root.getSelection ? root.getSelection() : selection;
    return own && own.rangeCount ? [own.getRangeAt(0)] : [];
  }
  function report() {
    const range = ranges()[0];
    if (!range || !page.contains(range.startContainer) || !page.contains(range.endContainer)) return;
    const start = place(range.startContainer, range.startOffset), end = place(range.endContainer, range.endOffset);
    if (start !== null && end !== null && end > start) setStateValue('selected', { start, end });
  }
  const marked = (event) => (event.target.dataset && event.target.dataset.facts ? event.target : null);
  page.onmouseup = () => setTimeout(report, 0);
  page.onkeyup = (event) => { if (event.shiftKey || event.key === 'Shift') report(); };
  page.onclick = (event) => {
    const range = ranges()[0];
    const collapsed = !range || (range.startContainer === range.endContainer && range.startOffset === range.endOffset);
    if (marked(event) && collapsed) pick(marked(event));
  };
  page.onkeydown = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const by = { ArrowRight: 1, n: 1, ArrowLeft: -1, p: -1 }[event.key];
    if (marked(event) && (event.key === 'Enter' || event.key === ' ')) { event.preventDefault(); pick(marked(event)); }
    else if (by) { event.preventDefault(); event.stopPropagation(); step(by); }
  };
}
