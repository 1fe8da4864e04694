// What a duplicate rule found, as SOAP's DuplicateError tells it.
import type { DuplicateResult } from '../problem';
import { escaped } from './xml';

type Match = DuplicateResult['matchResults'][number];

const element = (name: string, value: string | number | boolean) =>
  `<${name}>${escaped(String(value))}</${name}>`;

export function duplicateResultXml(found: DuplicateResult): string {
  const { allowSave, duplicateRule, duplicateRuleEntityType, errorMessage, matchResults } = found;
  return `<duplicateResult>${[
    element('allowSave', allowSave),
    element('duplicateRule', duplicateRule),
    element('duplicateRuleEntityType', duplicateRuleEntityType),
    element('errorMessage', errorMessage),
    ...matchResults.map(match),
  ].join('')}</duplicateResult>`;
}

function match({ entityType, matchEngine, matchRecords, rule, size, success }: Match): string {
  const records = matchRecords.map(
    ({ matchConfidence, record }) =>
      `<matchRecords>${element('matchConfidence', matchConfidence)}<record xsi:type="sf:sObject">${element('sf:type', record.attributes.type)}${element('sf:Id', record.Id)}</record></matchRecords>`,
  );
  return `<matchResults>${element('entityType', entityType)}${element('matchEngine', matchEngine)}${records.join('')}${element('rule', rule)}${element('size', size)}${element('success', success)}</matchResults>`;
}
