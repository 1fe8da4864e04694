// Stands in for form-data, which the HubSpot client imports for uploads that we never make.
export default class FormData {
  constructor() {
    throw new Error('Stagecheck uploads nothing through the HubSpot client');
  }
}
