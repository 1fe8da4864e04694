// /sobjects and /sobjects/{Object}/describe: what an object is made of, as the caller may see it.
import type { FieldDef, ObjectDef } from '../model';
import { aliasOf, seesField, seesObject, usableFor, writesField } from '../rules/access';
import { allObjects } from '../schema/objects';
import { MASTER } from '../schema/picklists';
import type { Scene } from '../world';
import { type Answer, type Call, ok, type Route, route } from './call';
import { lookedAt } from './recent';
import { objectAt, shownRecord } from './records';

const soapTypes: Partial<Record<FieldDef['type'], string>> = {
  id: 'tns:ID',
  reference: 'tns:ID',
  boolean: 'xsd:boolean',
  int: 'xsd:int',
  double: 'xsd:double',
  currency: 'xsd:double',
  percent: 'xsd:double',
  date: 'xsd:date',
  datetime: 'xsd:dateTime',
};

function shownField(scene: Scene, object: ObjectDef, field: FieldDef) {
  const may = writesField(scene, object, field) && !scene.settings.readers.includes(aliasOf(scene));
  const { filter, sort } = scene.settings.secretly
    ? { filter: field.filterable, sort: field.filterable }
    : usableFor(scene, object, field);
  return {
    name: field.name,
    label: field.label,
    type: field.type,
    soapType: soapTypes[field.type] ?? 'xsd:string',
    length: field.length,
    byteLength: field.length * 3,
    precision: field.type === 'currency' ? 18 : 0,
    scale: 0,
    digits: field.type === 'int' ? 8 : 0,
    nillable: field.nillable,
    defaultedOnCreate: field.usual !== null || field.name === 'OwnerId',
    defaultValue: field.usual,
    createable: field.createable && may,
    updateable: field.updateable && may,
    filterable: filter,
    sortable: sort,
    groupable: filter && field.type !== 'datetime',
    custom: field.name.endsWith('__c'),
    calculated: false,
    externalId: field.externalId,
    unique: field.externalId,
    idLookup: field.type === 'id' || field.externalId,
    nameField: field.name === object.nameField,
    restrictedPicklist: field.restricted,
    dependentPicklist: field.controller !== null,
    controllerName: field.controller?.field ?? null,
    polymorphicForeignKey: field.referenceTo.length > 1,
    referenceTo: field.referenceTo,
    relationshipName: field.relationshipName,
    picklistValues: field.values.map(({ value, label, active, isDefault }) => ({
      value,
      label,
      active,
      defaultValue: isDefault,
      validFor: null,
    })),
    permissionable: field.createable && field.nillable,
    inlineHelpText: null,
  };
}

function summary(scene: Scene, object: ObjectDef, version: string) {
  const barred = scene.settings.noCreate.some(
    (rule) => rule.object === object.name && (rule.user === undefined || rule.user === aliasOf(scene)),
  );
  const writer = !scene.settings.readers.includes(aliasOf(scene));
  const base = `/services/data/${version}/sobjects/${object.name}`;
  return {
    name: object.name,
    label: object.label,
    labelPlural: object.plural,
    keyPrefix: object.prefix,
    custom: false,
    queryable: true,
    retrieveable: true,
    searchable: object.createable,
    createable: object.createable && writer && !barred,
    updateable: object.updateable && writer,
    deletable: object.deletable && writer,
    triggerable: object.createable,
    layoutable: object.createable,
    urls: { sobject: base, describe: `${base}/describe`, rowTemplate: `${base}/{ID}` },
  };
}

function describe(scene: Scene, call: Call, name = ''): Answer {
  const object = objectAt(scene, name);
  const types = scene.org.all('RecordType').filter((type) => type.values.SobjectType === object.name);
  return ok({
    ...summary(scene, object, call.version),
    fields: object.fields
      .filter((field) => seesField(scene, object, field))
      .map((field) => shownField(scene, object, field)),
    childRelationships: object.children
      .filter((child) => seesObject(scene, child.type))
      .map((child) => ({
        childSObject: child.type,
        field: child.field,
        relationshipName: child.name,
        cascadeDelete: false,
        deprecatedAndHidden: false,
        restrictedDelete: false,
      })),
    recordTypeInfos: [
      ...types.map((type, at) => ({
        active: true,
        available: true,
        defaultRecordTypeMapping: at === 0,
        developerName: type.values.DeveloperName,
        master: false,
        name: type.values.Name,
        recordTypeId: type.id,
      })),
      {
        active: true,
        available: true,
        defaultRecordTypeMapping: types.length === 0,
        developerName: 'Master',
        master: true,
        name: 'Master',
        recordTypeId: MASTER,
      },
    ],
  });
}

function global(scene: Scene, call: Call): Answer {
  const seen = allObjects.filter((object) => seesObject(scene, object.name));
  return ok({
    encoding: 'UTF-8',
    maxBatchSize: 200,
    sobjects: seen.map((object) => summary(scene, object, call.version)),
  });
}

function basic(scene: Scene, call: Call, name = ''): Answer {
  const object = objectAt(scene, name);
  const recent = lookedAt(scene, object.name);
  return ok({
    objectDescribe: summary(scene, object, call.version),
    recentItems: recent.map((record) => shownRecord(scene, object, record, object.nameField)),
  });
}

export const describeRoutes: Route[] = [
  route('GET', /^\/sobjects\/?$/, global),
  route('GET', /^\/sobjects\/(\w+)\/describe\/?$/, describe),
  route('GET', /^\/sobjects\/(\w+)\/?$/, basic),
];
