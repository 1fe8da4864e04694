// /crm/properties/2026-09/{type}: the definitions of properties; custom ones can be made and changed.
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import type { PropertyDefinition } from '../model';
import { badRequest, notFound, Refusal } from '../problem';
import { type ObjectType, objectType } from '../types';
import { demand } from './auth';
import { body } from './body';
import type { ApiEnv } from './env';
import { json } from './respond';

const Option = v.object({
  label: v.string(),
  value: v.string(),
  displayOrder: v.optional(v.number(), -1),
  hidden: v.optional(v.boolean(), false),
});
const Create = v.object({
  name: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/)),
  label: v.string(),
  type: v.picklist(['bool', 'date', 'datetime', 'enumeration', 'number', 'phone_number', 'string']),
  fieldType: v.string(),
  groupName: v.string(),
  description: v.optional(v.string(), ''),
  displayOrder: v.optional(v.number(), -1),
  hidden: v.optional(v.boolean(), false),
  hasUniqueValue: v.optional(v.boolean(), false),
  options: v.optional(v.array(Option), []),
});
const Change = v.partial(v.omit(Create, ['name', 'hasUniqueValue']));
const UNIQUE_AT_MOST = 10;

export const properties = new Hono<ApiEnv>()
  .get('/:type', (c) => {
    const type = schemaOf(c, 'read');
    const all = [...(c.get('scene').portal.properties.get(type.name)?.values() ?? [])];
    const wanted = c.req.queries('properties')?.flatMap((part) => part.split(','));
    const chosen = wanted ? all.filter((property) => wanted.includes(property.name)) : all;
    return json({ results: c.req.query('archived') === 'true' ? [] : chosen.map(shown) });
  })
  .get('/:type/:name', (c) => json(shown(existing(c, schemaOf(c, 'read')))))
  .post('/:type', async (c) => {
    const type = schemaOf(c, 'write');
    const input = await body(c, Create);
    const { portal, world } = c.get('scene');
    if (portal.property(type.name, input.name)) {
      throw new Refusal(409, 'CONFLICT', `A property named ${input.name} exists already.`);
    }
    if (input.name.startsWith('hs_')) throw badRequest('Names that begin with hs_ are kept for HubSpot.');
    const unique = [...(portal.properties.get(type.name)?.values() ?? [])].filter(
      (item) => item.hasUniqueValue && !item.hubspotDefined,
    );
    if (input.hasUniqueValue && unique.length >= UNIQUE_AT_MOST) {
      throw badRequest(`At most ${UNIQUE_AT_MOST} properties can have unique values.`);
    }
    const at = world.clock().toISOString();
    const definition = { ...input, hubspotDefined: false, readOnly: false, createdAt: at, updatedAt: at };
    world.store.commit([{ kind: 'property', portal: portal.info.id, type: type.name, definition }]);
    return json(shown(definition), 201);
  })
  .patch('/:type/:name', async (c) => {
    const type = schemaOf(c, 'write');
    const input = await body(c, Change);
    const { portal, world } = c.get('scene');
    const before = existing(c, type);
    const updatedAt = world.clock().toISOString();
    const definition: PropertyDefinition = {
      ...before,
      label: input.label ?? before.label,
      description: input.description ?? before.description,
      groupName: input.groupName ?? before.groupName,
      fieldType: input.fieldType ?? before.fieldType,
      hidden: input.hidden ?? before.hidden,
      displayOrder: input.displayOrder ?? before.displayOrder,
      // A new list replaces the old one whole.
      options: input.options ?? before.options,
      updatedAt,
    };
    world.store.commit([{ kind: 'property', portal: portal.info.id, type: type.name, definition }]);
    return json(shown(definition));
  });

/**
 * The type of the path. For contacts the reference names the schema scopes only; whether reading the definitions
 * of others takes the schema's or the object's scope is not told, so either does there.
 */
function schemaOf(c: Context<ApiEnv>, access: 'read' | 'write'): ObjectType {
  const name = c.req.param('type') ?? '';
  const type = objectType(name);
  if (!type) throw badRequest(`Unable to infer object type from: ${name}`);
  const schema = `crm.schemas.${type.scope}.${access}`;
  const either = type.name !== 'contacts' && access === 'read';
  demand(c.get('key'), schema, ...(either ? [`crm.objects.${type.scope}.read`] : []));
  return type;
}

function existing(c: Context<ApiEnv>, type: ObjectType): PropertyDefinition {
  const name = c.req.param('name') ?? '';
  const property = c.get('scene').portal.property(type.name, name);
  if (!property) throw notFound('property', name);
  return property;
}

const shown = ({ readOnly, ...property }: PropertyDefinition) => ({
  ...property,
  externalOptions: property.name === 'hubspot_owner_id',
  ...(property.name === 'hubspot_owner_id' && { referencedObjectType: 'OWNER' }),
  archived: false,
  calculated: false,
  formField: !readOnly,
  modificationMetadata: {
    archivable: !property.hubspotDefined,
    readOnlyDefinition: property.hubspotDefined,
    readOnlyOptions: property.hubspotDefined && property.name !== 'lifecyclestage',
    readOnlyValue: readOnly,
  },
});
