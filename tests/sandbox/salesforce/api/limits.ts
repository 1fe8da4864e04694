// GET /limits: what the org may use in a day or an hour, and what is left of it.
// https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_limits.htm has the names.
import { ok, type Route, route } from './call';

/** The most of each; nothing here uses them, so all of it is left. */
const most: Record<string, number> = {
  ActiveScratchOrgs: 3,
  AnalyticsExternalDataSizeMB: 40_960,
  ConcurrentAsyncGetReportInstances: 200,
  ConcurrentSyncReportRuns: 20,
  DailyAsyncApexExecutions: 250_000,
  DailyAsyncApexTests: 500,
  DailyBulkApiBatches: 15_000,
  DailyBulkV2QueryFileStorageMB: 976_562,
  DailyBulkV2QueryJobs: 10_000,
  DailyDurableGenericStreamingApiEvents: 10_000,
  DailyDurableStreamingApiEvents: 10_000,
  DailyGenericStreamingApiEvents: 10_000,
  DailyScratchOrgs: 6,
  DailyStandardVolumePlatformEvents: 25_000,
  DailyStreamingApiEvents: 10_000,
  DailyWorkflowEmails: 1_000,
  DataStorageMB: 1_073,
  DurableStreamingApiConcurrentClients: 20,
  FileStorageMB: 1_073,
  HourlyAsyncReportRuns: 1_200,
  HourlyDashboardRefreshes: 200,
  HourlyDashboardResults: 5_000,
  HourlyDashboardStatuses: 999_999_999,
  HourlyLongTermIdMapping: 100_000,
  HourlyODataCallout: 1_000,
  HourlyPublishedPlatformEvents: 50_000,
  HourlyPublishedStandardVolumePlatformEvents: 1_000,
  HourlyShortTermIdMapping: 100_000,
  HourlySyncReportRuns: 500,
  HourlyTimeBasedWorkflow: 1_000,
  MassEmail: 5_000,
  MonthlyPlatformEventsUsageEntitlement: 0,
  Package2VersionCreates: 6,
  Package2VersionCreatesWithoutValidation: 500,
  PermissionSets: 1_500,
  SingleEmail: 5_000,
  StreamingApiConcurrentClients: 20,
};

export const limitRoutes: Route[] = [
  route('GET', /^\/limits\/?$/, ({ settings: { calls } }) =>
    ok({
      ...Object.fromEntries(
        Object.entries(most).map(([name, Max]) => [name, { Max, Remaining: Max }] as const),
      ),
      DailyApiRequests: { Max: calls.max, Remaining: Math.max(0, calls.max - calls.used) },
    }),
  ),
];
