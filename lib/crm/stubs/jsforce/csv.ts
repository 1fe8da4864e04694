// Stands in for jsforce's CSV: Stagecheck asks for JSON, and for SOAP's XML where there is nothing else.
function none(): never {
  throw new Error('Stagecheck reads no CSV');
}

export { none as parseCSV, none as parseCSVStream, none as serializeCSVStream, none as toCSV };
