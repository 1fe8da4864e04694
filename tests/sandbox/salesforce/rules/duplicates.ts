// Duplicate rules: a record that looks like one which is there already.
import type { ObjectDef, Values } from '../model';
import { Refusal } from '../problem';
import type { Scene } from '../world';

const fold = (value: unknown) => (typeof value === 'string' ? value.trim().toLowerCase() : '');

/** Refuses with DUPLICATES_DETECTED, unless the rule lets the caller save all the same and they have said so. */
export function guardDuplicates(
  scene: Scene,
  object: ObjectDef,
  values: Values,
  self: string | null,
  allowSave: boolean,
) {
  for (const rule of scene.settings.duplicates) {
    if (rule.object !== object.name || (allowSave && rule.saveAllowed)) continue;
    if (rule.fields.every((field) => fold(values[field]) === '')) continue;
    const matches = scene.org
      .all(object.name)
      .filter((record) => record.id !== self && record.values.IsConverted !== true)
      .filter((record) => rule.fields.every((field) => fold(record.values[field]) === fold(values[field])));
    if (matches.length === 0) continue;
    const error = {
      message: rule.saveAllowed
        ? 'Use one of these records?'
        : `You're creating a duplicate record. We recommend you use an existing record instead.`,
      errorCode: 'DUPLICATES_DETECTED',
      fields: [],
      duplicateResult: {
        allowSave: rule.saveAllowed,
        duplicateRule: rule.rule,
        duplicateRuleEntityType: object.name,
        errorMessage: 'Use one of these records?',
        matchResults: [
          {
            entityType: object.name,
            errors: [],
            matchEngine: 'ExactMatchEngine',
            matchRecords: matches.map((record) => ({
              additionalInformation: [],
              fieldDiffs: [],
              matchConfidence: 100,
              record: {
                attributes: {
                  type: object.name,
                  url: `/services/data/v66.0/sobjects/${object.name}/${record.id}`,
                },
                Id: record.id,
              },
            })),
            rule: rule.rule,
            size: matches.length,
            success: true,
          },
        ],
      },
    };
    throw new Refusal(400, error);
  }
}
