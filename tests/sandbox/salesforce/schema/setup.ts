// What an admin keeps: people, queues, record types, the lists of statuses and stages, the org itself.
import type { FieldDef, ObjectDef, ObjectName } from '../model';
import { email, field, kept, phone, pick, system, text, whole, yesNo } from './define';

const setup = (
  name: ObjectName,
  label: string,
  prefix: string,
  nameField: string,
  fields: FieldDef[],
): ObjectDef => ({
  name,
  label,
  plural: `${label}s`,
  prefix,
  nameField,
  createable: false,
  updateable: false,
  deletable: false,
  history: null,
  children: [],
  fields: [...system(), ...fields.map((definition) => kept(definition))],
});

export const setupObjects = [
  setup('User', 'User', '005', 'Name', [
    text('Username', 'Username', 80),
    text('LastName', 'Last Name', 80),
    text('FirstName', 'First Name', 40),
    text('Name', 'Full Name', 121),
    email(),
    text('Alias', 'Alias', 8),
    text('Title', 'Title', 80),
    text('Department', 'Department', 80),
    phone('Phone', 'Phone'),
    yesNo('IsActive', 'Active'),
    pick('UserType', 'User Type', ['Standard', 'Guest', 'AutomatedProcess', 'PowerPartner']),
    text('TimeZoneSidKey', 'Time Zone', 40),
    text('LocaleSidKey', 'Locale', 40),
  ]),
  setup('Group', 'Group', '00G', 'Name', [
    text('Name', 'Name', 40),
    text('DeveloperName', 'Developer Name', 80),
    pick('Type', 'Type', ['Queue', 'Regular']),
    email(),
  ]),
  setup('RecordType', 'Record Type', '012', 'Name', [
    text('Name', 'Name', 80),
    text('DeveloperName', 'Record Type Name', 80),
    pick('SobjectType', 'Object', ['Lead', 'Opportunity']),
    yesNo('IsActive', 'Active'),
    text('Description', 'Description'),
  ]),
  setup('LeadStatus', 'Lead Status Value', '01J', 'MasterLabel', [
    text('ApiName', 'API Name'),
    text('MasterLabel', 'Master Label'),
    whole('SortOrder', 'Sort Order'),
    yesNo('IsDefault', 'Default'),
    yesNo('IsConverted', 'Converted'),
  ]),
  setup('OpportunityStage', 'Opportunity Stage', '01J', 'MasterLabel', [
    text('ApiName', 'API Name'),
    text('MasterLabel', 'Master Label'),
    whole('SortOrder', 'Sort Order'),
    yesNo('IsActive', 'Is Active'),
    yesNo('IsClosed', 'Closed'),
    yesNo('IsWon', 'Won'),
    pick('ForecastCategory', 'Forecast Category', ['Pipeline', 'BestCase', 'Commit', 'Closed', 'Omitted']),
    pick('ForecastCategoryName', 'Forecast Category Name', [
      'Pipeline',
      'Best Case',
      'Commit',
      'Closed',
      'Omitted',
    ]),
    field('DefaultProbability', 'Probability (%)', 'percent'),
    text('Description', 'Description'),
  ]),
  // Object Reference, TaskStatus: ApiName, IsClosed, IsDefault, MasterLabel, SortOrder.
  setup('TaskStatus', 'Task Status Value', '01J', 'MasterLabel', [
    text('ApiName', 'API Name'),
    text('MasterLabel', 'Master Label'),
    whole('SortOrder', 'Sort Order'),
    yesNo('IsDefault', 'Default'),
    yesNo('IsClosed', 'Closed'),
  ]),
  setup('Organization', 'Organization', '00D', 'Name', [
    text('Name', 'Name', 80),
    yesNo('IsSandbox', 'Is Sandbox'),
    text('InstanceName', 'Instance Name', 5),
    pick('OrganizationType', 'Edition', ['Enterprise Edition']),
    text('TimeZoneSidKey', 'Time Zone', 40),
    text('DefaultLocaleSidKey', 'Locale', 40),
  ]),
];
