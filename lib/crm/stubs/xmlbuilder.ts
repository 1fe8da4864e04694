// Stands in for xmlbuilder: jsforce's XML library loads it for building, and jsforce builds its own.
export function create(): never {
  throw new Error('Stagecheck builds no XML through xml2js');
}
