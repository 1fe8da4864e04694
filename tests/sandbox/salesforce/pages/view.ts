// What the pages' data endpoints send; the client imports these types and nothing else of the server.
import type { RecordPage as HubSpotPage } from '../../hubspot/pages/view';

export type { FieldView, ListPage, Related, TimelineItem } from '../../hubspot/pages/view';
/** `object`: the API name. `stages`: the strip of stages on top, with the field that it changes. */
export type RecordPage = HubSpotPage & {
  object: string;
  stages: { name: string; value: string; fixed: boolean; options: string[] } | null;
};
