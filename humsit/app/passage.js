export default function({ data, parentElement, setStateValue, setTriggerValue }) {
  const page = parentElement.querySelector('.page');
  const signature = JSON.stringify(data);
  if (page.drawn !== signature) {
    page.drawn = signature;
    page.replaceChildren();
    for (const piece of data.pieces) {
      const span = document.createElement('span');
      span.textContent = piece.text;
      span.dataset.start = piece.start;
      if (piece.fact_id) {
        span.className = 'fact ' + (piece.kind || '') + (piece.fact_id === data.chosen ? ' chosen' : '');
        span.dataset.fact = piece.fact_id;
        span.tabIndex = 0;
        span.setAttribute('role', 'button');
      }
      page.append(span);
    }
    const chosen = page.querySelector('.chosen');
    if (chosen) chosen.scrollIntoView({ block: 'nearest' });
  }
  const place = (node, offset) => {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node.children[offset] || node.lastElementChild;
    if (!element || element.dataset.start === undefined) return null;
    const inside = node.nodeType === Node.TEXT_NODE ? Array.from(node.data.slice(0, offset)).length
      : (node.children[offset] ? 0 : Array.from(element.textContent).length);
    return Number(element.dataset.start) + inside;
  };
  const ranges = () => {
    const root = page.getRootNode();
    const selection = document.getSelection();
    if (selection && selection.getComposedRanges && root instanceof ShadowRoot) {
      return selection.getComposedRanges({ shadowRoots: [root] });
    }
    const own = root.getSelection ? root.getSelection() : selection;
    return own && own.rangeCount ? [own.getRangeAt(0)] : [];
  };
  const report = () => {
    const range = ranges()[0];
    if (!range || !page.contains(range.startContainer) || !page.contains(range.endContainer)) return;
    const start = place(range.startContainer, range.startOffset), end = place(range.endContainer, range.endOffset);
    if (start !== null && end !== null && end > start) setStateValue('selected', { start, end });
  };
  const pick = (event) => {
    const fact = event.target.dataset && event.target.dataset.fact;
    const selection = ranges()[0];
    const collapsed = !selection || (selection.startContainer === selection.endContainer && selection.startOffset === selection.endOffset);
    if (fact && collapsed) setTriggerValue('picked', fact);
  };
  page.onmouseup = () => setTimeout(report, 0);
  page.onkeyup = (event) => { if (event.shiftKey || event.key === 'Shift') report(); };
  page.onclick = pick;
  page.onkeydown = (event) => {
    const facts = [...page.querySelectorAll('.fact')], at = facts.indexOf(event.target);
    if (at >= 0 && (event.key === 'Enter' || event.key === ' ')) { event.preventDefault(); setTriggerValue('picked', facts[at].dataset.fact); }
    if (!event.shiftKey && (event.key === 'ArrowRight' || event.key === 'ArrowLeft') && facts.length) {
      event.preventDefault();
      facts[Math.max(0, Math.min(facts.length - 1, at + (event.key === 'ArrowRight' ? 1 : -1)))].focus();
    }
  };
}
