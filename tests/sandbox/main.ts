// Starts the sandbox for a person: npm run sandbox [port] [journal file].
import { startSandbox } from './server';

const [port = '8443', journal] = process.argv.slice(2);
const sandbox = await startSandbox({ port: Number(port), ...(journal && { journal }) });
const { hubspot, salesforce } = sandbox;
const flags = [
  `--host-resolver-rules="MAP * 127.0.0.1:${sandbox.port}"`,
  '--ignore-certificate-errors',
  '--user-data-dir="$(mktemp -d)"',
];
console.log(
  `The sandbox HubSpot and Salesforce listen at 127.0.0.1:${sandbox.port}. Their hosts answer by name, so start Chromium with`,
);
console.log(`  chromium ${flags.join(' ')} "${hubspot.people.ann.url}"`);
console.log(
  journal ? `What is written is kept in ${journal}.` : 'What is written is forgotten when it ends.',
);
console.log('\nKeys (made for this seed; they open nothing else):');
for (const [name, key] of Object.entries(hubspot.keys)) console.log(`  ${name.padEnd(12)} ${key}`);
console.log('\nPeople:');
for (const [name, person] of Object.entries(hubspot.people)) {
  if ('url' in person) console.log(`  ${name.padEnd(12)} ${person.url}\n  ${' '.repeat(12)} ${person.what}`);
}
console.log(`\nSalesforce: any of its people signs in with the password ${salesforce.password}.`);
console.log(`  client id    ${salesforce.clientId}`);
for (const [name, person] of Object.entries(salesforce.people))
  console.log(`  ${name.padEnd(17)} ${person.url}\n  ${' '.repeat(17)} ${person.what}`);
console.log('\nCtrl+C ends it.');

const end = () => sandbox.close().then(() => process.exit(0));
process.once('SIGINT', end);
process.once('SIGTERM', end);
