// npm run demo: the built extension beside people of the sandbox's HubSpot and Salesforce, for a person, or played.
import { parseArgs } from 'node:util';
import { extension } from '../browser/built.ts';
import { launch } from '../browser/launch.ts';
import { rep } from '../e2e/support/rep.ts';
import { signIn } from '../e2e/support/salesforce.ts';
import { Welcome } from '../e2e/support/welcome.ts';
import { startSandbox } from '../sandbox/server.ts';
import { hasDisplay } from './display.ts';
import { guide } from './guide.ts';
import { play } from './play.ts';
import { playSalesforce } from './play-salesforce.ts';
import { openScript } from './script.ts';

const say = (line: string) => console.log(line);
const { values } = parseArgs({ options: { play: { type: 'boolean' } } });
const forPerson = values.play !== true && hasDisplay(process.platform, process.env);

const sandbox = await startSandbox();
const browser = await launch({
  extension,
  port: sandbox.port,
  headless: !forPerson,
  ...(forPerson ? { viewport: null, args: ['--window-size=1440,940'] } : {}),
});

try {
  if (forPerson) {
    const { hubspot, salesforce } = sandbox;
    const { ann } = hubspot.people;
    const lead = salesforce.people.knownByName;
    await signIn({ salesforce, browser });
    const welcome = await Welcome.open(browser);
    await welcome.connect(hubspot.keys.full, rep);
    await welcome.page.goto(ann.url);
    const other = await browser.context.newPage();
    await other.goto(lead.url);
    for (const page of browser.context.pages())
      if (page !== welcome.page && page !== other) await page.close();
    await welcome.page.bringToFront();
    say(guide(ann.name, lead.name));
    // Until the window is closed, or Ctrl+C closes it.
    const closed = new Promise((resolve) => browser.context.once('close', resolve));
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => browser.context.close());
    await closed;
  } else {
    const script = await openScript(say);
    await play({ sandbox, browser, script });
    say('\nAnd in Salesforce:');
    await playSalesforce({ sandbox, browser, script });
    const missed = script.missed();
    say(missed === 0 ? '\nThe whole job held.' : `\n${missed} of the checks above missed.`);
    process.exitCode = missed === 0 ? 0 : 1;
  }
} finally {
  await browser.close();
  await sandbox.close();
}
