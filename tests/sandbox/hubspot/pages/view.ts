// What the pages' data endpoints send; the client imports these types and nothing else of the server.
export type FieldView = {
  name: string;
  label: string;
  value: string;
  /** The shown form: an option's label, an owner's name. */
  text: string;
  kind: 'choice' | 'text' | 'moment' | 'fixed';
  options: { value: string; label: string }[];
};
export type TimelineItem = {
  id: string;
  kind: 'note' | 'call' | 'email' | 'meeting' | 'message' | 'task' | 'change';
  at: string;
  title: string;
  /** HTML as the CRM keeps it; the client shows an allow-list of it. */
  body: string;
  detail: string;
};
export type Related = {
  type: string;
  label: string;
  items: { name: string; detail: string; path: string }[];
};
export type RecordPage = {
  typeId: string;
  id: string;
  singular: string;
  name: string;
  detail: string;
  notice: string;
  fields: FieldView[];
  timeline: TimelineItem[];
  related: Related[];
};
export type ListPage = {
  typeId: string;
  title: string;
  columns: string[];
  rows: { path: string; cells: string[] }[];
  total: number;
  page: number;
  pages: number;
};
