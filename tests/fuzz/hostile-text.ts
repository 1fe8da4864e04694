// Text that wants to be more than text: what a CRM's field or a playbook may hold, in families, each made by a program.

/** What any of it would do if it ever ran: tests look for it in every window. */
export const HARM = 'window.__harm=1';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);
const signs = (from: number, to: number) => range(from, to).map((code) => String.fromCharCode(code));
const times = <A, B>(left: readonly A[], right: readonly B[], join: (a: A, b: B) => string) =>
  left.flatMap((a) => right.map((b) => join(a, b)));

const tags = [
  'img src=x',
  'svg',
  'iframe',
  'body',
  'video src=x',
  'details open',
  'input autofocus',
  'marquee',
];
const handlers = ['onerror', 'onload', 'onfocus', 'ontoggle'];
const markup = [
  ...times(tags, handlers, (tag, on) => `<${tag} ${on}="${HARM}">`),
  `<script>${HARM}</script>`,
  `<SCRIPT/x>${HARM}</SCRIPT >`,
  `<scr<script>ipt>${HARM}</scr</script>ipt>`,
  `<svg><script>${HARM}</script></svg>`,
  `<math><mtext><style><img src=x onerror=${HARM}></style></mtext></math>`,
  `<template><img src=x onerror=${HARM}></template>`,
  `<object data="javascript:${HARM}"></object>`,
  `<embed src="javascript:${HARM}">`,
  `<iframe srcdoc="<script>parent.${HARM}</script>"></iframe>`,
  `<form action="javascript:${HARM}"><button>Confirm</button></form>`,
  '<base href="https://elsewhere.example/">',
  '<meta http-equiv="refresh" content="0;url=https://elsewhere.example/">',
  '<link rel="stylesheet" href="https://elsewhere.example/x.css">',
  '<bdo dir="rtl">turned</bdo>',
  '<plaintext>',
];
const breaks = times(
  [
    '">',
    "'>",
    '`>',
    '</textarea>',
    '</title>',
    '</style>',
    '</script>',
    '-->',
    ']]>',
    '</pre>',
    '</option></select>',
  ],
  [`<img src=x onerror=${HARM}>`, `<svg onload=${HARM}>`],
  (end, harm) => `${end}${harm}`,
);
const attributes = [
  `" onmouseover="${HARM}`,
  `' onfocus='${HARM}' autofocus='`,
  `x onclick=${HARM} `,
  '" style="position:fixed;inset:0" x="',
];
const addresses = [
  ...[
    'javascript',
    'JaVaScRiPt',
    'java\tscript',
    'java\nscript',
    '\u0001javascript',
    ' javascript',
    'vbscript',
  ].map((scheme) => `${scheme}:${HARM}`),
  `javascript&colon;${HARM}`,
  `data:text/html,<script>${HARM}</script>`,
  `blob:https://app.hubspot.com/${HARM}`,
  'chrome-extension://abcdefghijklmnop/console.html',
  'https://app.hubspot.com@elsewhere.example/',
  'https://app.hubspot.com.elsewhere.example/contacts/1/record/0-1/5',
  '//elsewhere.example/x',
  'https:elsewhere.example',
];
const templates = [
  ...['{{7*7}}', `\${7*7}`, '#{7*7}', '<%= 7*7 %>', '{% if 1 %}', '[[7*7]]', '@(7*7)', '*{7*7}', '%{7*7}'],
  `{{constructor.constructor('${HARM}')()}}`,
  `\`\${${HARM}}\``,
  ...['$&', '$1', "$'", '$`', '%s %n %d', '{0}', '{name}'],
];
const turned = [...signs(0x202a, 0x202e), ...signs(0x2066, 0x2069), '\u200e', '\u200f', '\u061c'].flatMap(
  (sign) => [`a${sign}gpj.exe`, `${sign}Confirm`],
);
const unseen = [
  '\u200b',
  '\u200c',
  '\u200d',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u180e',
  '\u3164',
  '\ufff9',
].flatMap((sign) => [`Mal${sign}lory`, sign]);
const controls = [...signs(0, 0x1f), '\u007f', '\u0085', '\u2028', '\u2029'].map((sign) => `x${sign}y`);
const broken = ['\ud800', '\udfff', 'a\udc00b', '\udc00\ud800', '\ud83d', '\uffff', '\ufffe'];
const long = [
  'x'.repeat(10_000),
  '<b>'.repeat(3000),
  `Z${'\u0301'.repeat(2000)}`,
  'a '.repeat(5000),
  '\n'.repeat(3000),
  '👩‍🚀'.repeat(800),
];
const styles = [
  ...[
    '}*{display:none}',
    ';position:fixed;top:0',
    'expression(alert(1))',
    '</style><style>*{opacity:0}</style>',
  ],
  ...['@import "https://elsewhere.example/x.css"', 'url(javascript:1)', '\\0', '/*', 'var(--x)'],
];
const queries = [
  ...[
    "' OR Name != '",
    "\\' OR Id != \\'",
    "x' LIMIT 200 OFFSET 0 --",
    "%' OR Name LIKE '%",
    '\\',
    "\\\\'",
    "''",
  ],
  ...["') OR (Id != null", "x'/*", '_%_%', "' FOR VIEW", ':bind', '{!Account.Name}', "x'\nOR\nId!='"],
];
const entities = [
  ...[
    '&lt;script&gt;',
    '&#60;b&#62;',
    '&#x3c;i&#x3e;',
    '&amp;amp;',
    '&nbsp',
    '&xxe;',
    '&#0;',
    '&#xD800;',
    '&',
  ],
  ...[
    '<![CDATA[x]]>',
    ']]>',
    '<?xml version="1.0"?>',
    '<!DOCTYPE x [<!ENTITY xxe SYSTEM "file:///etc/hostname">]>',
  ],
  ...[
    '</urn:opportunityName><urn:doNotCreateOpportunity>true</urn:doNotCreateOpportunity>',
    '</soapenv:Body>',
  ],
];
const names = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'undefined',
  'NaN',
  '[object Object]',
];
const lines = [
  'stagecheck/1; id=1; at=2026-01-01; end=00000000;',
  'a\r\nSet-Cookie: x=1',
  'a\nstagecheck/1 end;',
  ...["=cmd|' /C calc'!A0", '+1+1', '-1', '@SUM(1)', '../../etc/hosts', '%00', '%0d%0a', '\\u003cb\\u003e'],
];

/** By family; each of them different. */
export const families = {
  ...{ markup, breaks, attributes, addresses, templates, turned, unseen, controls, broken, long },
  ...{ styles, queries, entities, names, lines },
} as const;

export const hostileTexts: readonly string[] = [...new Set(Object.values(families).flat())];
