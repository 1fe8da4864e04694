// People, queues, record types, statuses, stages: what an org has before it has records.
import type { Owner } from '../../hubspot/model';
import { to18 } from '../ids';
import { CONVERTED_STATUS, leadStatuses, recordTypes, stages, taskStatuses } from '../schema/picklists';
import type { Builder } from './builder';

export type Team = { byOwner: Map<string, string>; queue: string };

/** Adds them; the answer tells who stands for which HubSpot owner (by owner id), and the leads' queue. */
export function setUp(builder: Builder, owners: Owner[]): Team {
  const { info } = builder.org;
  const at = builder.ago(1500);
  const suffix = info.isSandbox ? `.${info.name}` : '';
  const byOwner = new Map<string, string>();
  for (const [index, owner] of owners.entries()) {
    const user = builder.add(
      'User',
      {
        Username: owner.email + suffix,
        FirstName: owner.firstName,
        LastName: owner.lastName,
        Name: `${owner.firstName} ${owner.lastName}`,
        Email: owner.email,
        Alias: plain(owner.firstName).slice(0, 8),
        Title: 'Account Executive',
        Department: owner.team,
        IsActive: !owner.archived,
        UserType: 'Standard',
        TimeZoneSidKey: 'Europe/Berlin',
        LocaleSidKey: 'en_GB',
      },
      // Not all in one second: people come to an org one after the other.
      new Date(Date.parse(at) + index * 61_000).toISOString(),
    );
    builder.author ||= user.id;
    byOwner.set(owner.id, user.id);
  }
  // Nobody in person: what forms and flows make is theirs. Types by the Object Reference's User.UserType.
  for (const [alias, type, name] of [
    ['guest', 'Guest', 'Site Guest User'],
    ['autoproc', 'AutomatedProcess', 'Automated Process'],
    ['partner', 'PowerPartner', 'Petra Partner'],
  ] as const)
    builder.add(
      'User',
      {
        ...{ Username: `${alias}@users.example${suffix}`, Email: `${alias}@users.example` },
        ...{ LastName: name, Name: name, Alias: alias, IsActive: true, UserType: type },
        ...{ TimeZoneSidKey: 'Europe/Berlin', LocaleSidKey: 'en_GB' },
      },
      at,
    );
  const queue = builder.add(
    'Group',
    { Name: 'Inbound leads', DeveloperName: 'Inbound_leads', Type: 'Queue' },
    at,
  );
  for (const { object, developerName, name } of recordTypes)
    builder.add(
      'RecordType',
      { Name: name, DeveloperName: developerName, SobjectType: object, IsActive: true },
      at,
    );
  for (const [index, name] of leadStatuses.entries())
    builder.add(
      'LeadStatus',
      {
        ApiName: name,
        MasterLabel: name,
        SortOrder: index + 1,
        IsDefault: index === 0,
        IsConverted: name === CONVERTED_STATUS,
      },
      at,
    );
  for (const [index, stage] of stages.entries())
    builder.add(
      'OpportunityStage',
      {
        ApiName: stage.name,
        MasterLabel: stage.name,
        SortOrder: index + 1,
        IsActive: true,
        IsClosed: stage.closed,
        IsWon: stage.won,
        ForecastCategory: stage.forecast,
        ForecastCategoryName: stage.forecast === 'BestCase' ? 'Best Case' : stage.forecast,
        DefaultProbability: stage.probability,
      },
      at,
    );
  for (const [index, { name, closed }] of taskStatuses.entries())
    builder.add(
      'TaskStatus',
      { ApiName: name, MasterLabel: name, SortOrder: index + 1, IsDefault: index === 0, IsClosed: closed },
      at,
    );
  const own = to18(info.id) ?? '';
  const place = { TimeZoneSidKey: 'Europe/Berlin', DefaultLocaleSidKey: 'en_GB', InstanceName: 'EU5' };
  const organization = {
    Name: info.title,
    IsSandbox: info.isSandbox,
    OrganizationType: 'Enterprise Edition',
  };
  builder.add('Organization', { ...place, ...organization }, at, own);
  return { byOwner, queue: queue.id };
}

export const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^\p{L}]/gu, '')
    .replaceAll('ł', 'l')
    .toLowerCase();
