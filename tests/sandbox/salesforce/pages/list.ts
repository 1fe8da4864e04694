// The data of a list page: search and paging over the records of one object.
import type { ObjectDef, ObjectName } from '../model';
import { seesRecord } from '../rules/access';
import { fieldOf } from '../schema/objects';
import type { Scene } from '../world';
import type { ListPage } from './view';
import { nameOf, pathOf, textOf } from './words';

const PER_PAGE = 25;
const columns: Partial<Record<ObjectName, string[]>> = {
  Lead: ['Title', 'Company', 'Status', 'Rating', 'OwnerId'],
  Contact: ['Title', 'AccountId', 'Email', 'Qualification_Stage__c', 'OwnerId'],
  Account: ['Industry', 'NumberOfEmployees', 'BillingCountry', 'OwnerId'],
  Opportunity: ['AccountId', 'StageName', 'Amount', 'CloseDate'],
  Task: ['Status', 'ActivityDate', 'WhoId', 'OwnerId'],
  Campaign: ['Type', 'Status', 'StartDate'],
};

export function listPage(scene: Scene, object: ObjectDef, query: string, asked: number): ListPage {
  const { org } = scene;
  const names = columns[object.name] ?? [];
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const hits = org
    .all(object.name)
    .filter((record) => seesRecord(scene, record))
    .map((record) => ({
      path: pathOf(record),
      cells: [nameOf(record), ...names.map((name) => textOf(org, record, name))],
    }))
    .filter((row) => {
      const text = row.cells.join(' ').toLowerCase();
      return words.every((word) => text.includes(word));
    });
  const pages = Math.max(1, Math.ceil(hits.length / PER_PAGE));
  const page = Math.min(Math.max(1, asked), pages);
  return {
    typeId: object.name,
    title: object.plural,
    columns: ['Name', ...names.map((name) => fieldOf(object, name)?.label.replace(/ ID$/, '') ?? name)],
    rows: hits.slice((page - 1) * PER_PAGE, page * PER_PAGE),
    total: hits.length,
    page,
    pages,
  };
}
