// Shows an allow-list of HTML: other elements become their text, scripts and styles nothing.
const allowed = new Set(
  'P BR B STRONG I EM U UL OL LI DIV SPAN CODE PRE H1 H2 H3 H4 BLOCKQUOTE A HR'.split(' '),
);
const dropped = new Set('SCRIPT STYLE TEMPLATE IFRAME OBJECT EMBED'.split(' '));

export function safeHtml(html: string): DocumentFragment {
  // A document of its own runs nothing and loads nothing.
  const source = new DOMParser().parseFromString(html, 'text/html').body;
  const out = document.createDocumentFragment();
  copy(source, out);
  return out;
}

function copy(from: Node, to: Node) {
  for (const node of from.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) to.appendChild(document.createTextNode(node.nodeValue ?? ''));
    if (!(node instanceof Element) || dropped.has(node.tagName)) continue;
    if (!allowed.has(node.tagName)) {
      copy(node, to);
      continue;
    }
    const element = document.createElement(node.tagName);
    const href = node.getAttribute('href');
    if (element instanceof HTMLAnchorElement && href && /^https?:/i.test(href)) {
      element.href = href;
      element.rel = 'noopener noreferrer';
      element.target = '_blank';
    }
    copy(node, element);
    to.appendChild(element);
  }
}
