// Stands in for node-fetch, which the HubSpot client imports and, on our transport, never calls.
export default function nodeFetch(): never {
  throw new Error('HubSpot calls go through lib/crm/hubspot/client/transport');
}
