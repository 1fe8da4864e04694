// Stands in for jsforce's queries, objects and quick actions: Stagecheck makes its own queries and calls (soql.ts).
export default class Unused {
  constructor() {
    throw new Error('Stagecheck makes no queries by jsforce');
  }
}
