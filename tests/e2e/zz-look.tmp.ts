import { World } from './support/world.ts';
const w = await World.open({});
try {
  const h = w.hubspot;
  const list: [string, string][] = [
    ['html', h.people.html.url], ['long', h.people.longTitle.url], ['rtl', h.people.rtl.url], ['ph', h.people.placeholders.url],
    ['company', h.recordUrl('companies', h.people.ann.companyId ?? '')], ['customer', h.people.customer.url],
  ];
  for (const [n, url] of list) {
    const page = await w.visit(url);
    await page.toggle();
    await page.page.waitForTimeout(2500);
    await page.page.screenshot({ path: `/tmp/look/${n}.png` });
    await page.page.emulateMedia({ colorScheme: 'dark' });
    await page.page.screenshot({ path: `/tmp/look/${n}-dark.png` });
    if (n === 'html') { await page.page.keyboard.press('e'); await page.page.waitForTimeout(300); await page.page.screenshot({ path: `/tmp/look/html-e.png` }); }
    console.log(n, w.complaints.list());
    w.complaints.clear();
    await page.page.close();
  }
} finally { await w.close(); }
