// /quickActions: the buttons that log a call or make a task or contact beside a record.
// https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_quickactions.htm
import * as v from 'valibot';
import type { ObjectName, Values } from '../model';
import { notFound } from '../problem';
import { create } from '../rules/write';
import { objectOf, objectOfId } from '../schema/objects';
import type { Scene } from '../world';
import { type Answer, type Call, Fields, ok, type Route, read, route } from './call';
import { rowsOf } from './layouts';
import { objectAt, optionsOf } from './records';

type Action = { name: string; label: string; type: string; target: ObjectName; usual: Values };
const actions: Action[] = [
  {
    ...{ name: 'LogACall', label: 'Log a Call', type: 'LogACall', target: 'Task' },
    usual: { Subject: 'Call', Status: 'Completed' },
  },
  { name: 'NewTask', label: 'New Task', type: 'Create', target: 'Task', usual: { Status: 'Not Started' } },
  { name: 'NewContact', label: 'New Contact', type: 'Create', target: 'Contact', usual: {} },
];

function actionAt(name: string): Action {
  const action = actions.find((item) => item.name === name);
  if (!action) throw notFound();
  return action;
}

/** Where the actions of a path stand: the org's, or an object's. */
const baseOf = (call: Call) =>
  `/services/data/${call.version}${/^(.*\/quickActions)/.exec(call.path)?.[1] ?? ''}`;

function shown(call: Call, { name, label, type }: Action) {
  const quickAction = `${baseOf(call)}/${name}`;
  return {
    ...{ actionEnumOrId: name, label, name, type },
    urls: {
      ...{ quickAction, describe: `${quickAction}/describe`, defaultValues: `${quickAction}/defaultValues` },
      defaultValuesTemplate: `${quickAction}/defaultValues/{ID}`,
    },
  };
}

function describe(scene: Scene, call: Call, _: string, name: string): Answer {
  const action = actionAt(name);
  const layoutRows = rowsOf(scene, objectOf(action.target));
  return ok({
    ...shown(call, action),
    ...{ accessLevelRequired: null, contextSobjectType: null, targetSobjectType: action.target },
    ...{ targetParentField: null, targetRecordTypeId: null, visualforcePageName: null },
    layout: { columns: 2, heading: null, layoutRows, rows: layoutRows.length, useHeading: false },
  });
}

/** What a new record has from the one beside which it is made. */
function from(target: ObjectName, contextId: string): Values {
  const beside = objectOfId(contextId)?.name;
  if (target === 'Contact') return { AccountId: beside === 'Account' ? contextId : null };
  const person = beside === 'Lead' || beside === 'Contact';
  return { WhoId: person ? contextId : null, WhatId: beside && !person ? contextId : null };
}

function defaults(_scene: Scene, _call: Call, _: string, name: string, contextId = ''): Answer {
  const { target, usual } = actionAt(name);
  return ok({
    ...{ attributes: { type: target }, Description: null },
    ...usual,
    ...from(target, contextId),
  });
}

const Body = v.object({ contextId: v.nullish(v.string(), ''), record: Fields });
function execute(scene: Scene, call: Call, _: string, name: string): Answer {
  const { target, usual } = actionAt(name);
  const { contextId, record } = read(call, Body);
  const made = create(
    scene,
    objectOf(target),
    { ...usual, ...from(target, contextId), ...record },
    optionsOf(call),
  );
  return {
    status: 201,
    body: { contextId, created: true, errors: [], feedItemIds: [], id: made.id, success: true },
  };
}

const at = (tail: string) => new RegExp(`^(?:/sobjects/(\\w+))?/quickActions${tail}/?$`);
const ofObject =
  (
    handle: (scene: Scene, call: Call, object: string, name: string, id?: string) => Answer,
  ): Route['handle'] =>
  (scene, call, object = '', name = '', id = '') => {
    if (object !== '') objectAt(scene, object);
    return handle(scene, call, object, name, id);
  };

export const actionRoutes: Route[] = [
  route(
    'GET',
    at(''),
    ofObject((_, call) => ok(actions.map((action) => shown(call, action)))),
  ),
  route('GET', at('/(\\w+)'), ofObject(describe)),
  route('POST', at('/(\\w+)'), ofObject(execute)),
  route('GET', at('/(\\w+)/describe'), ofObject(describe)),
  route('GET', at('/(\\w+)/defaultValues'), ofObject(defaults)),
  route('GET', at('/(\\w+)/defaultValues/(\\w+)'), ofObject(defaults)),
];
