// Finds each place in a source file that catches an error and lets it go without a trace.
import ts from 'typescript';

/**
 * An error passes on by being thrown, by becoming a Problem (which reaches the person who can act and is noted where the
 * message is answered), or by being reported. These make a Problem out of it, or take it on.
 */
const PASSES_ON = new Set([
  'report',
  'reported',
  'passedOn',
  'fail',
  'problem',
  'problemOf',
  'scrubbed',
  'reject',
]);

/** Whether a text can be read is a question: that it can't is the answer to it, and no failure. */
const QUESTIONS = new Set(['JSON.parse', 'decodeURIComponent', 'atob']);

/** Whether this code passes an error on somewhere, by itself or by a function of the same file that it calls. */
function passesOn(node: ts.Node, deep = true): boolean {
  if (ts.isThrowStatement(node)) return true;
  if (ts.isNewExpression(node) && node.expression.getText() === 'ProblemError') return true;
  if (ts.isCallExpression(node)) {
    const name = node.expression.getText();
    if (PASSES_ON.has(name)) return true;
    const called = deep ? named(node.getSourceFile(), name) : undefined;
    if (called && passesOn(called, false)) return true;
  }
  // An answer with a problem in it: `{ ok: false, problem }`, or a state that is thrown where it is shown.
  if (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node))
    if (['problem', 'failure'].includes(node.name.getText())) return true;
  return ts.forEachChild(node, (child) => passesOn(child, deep) || undefined) ?? false;
}

function isQuestion(block: ts.Block): boolean {
  const calls: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) calls.push(node.expression.getText());
    ts.forEachChild(node, visit);
  };
  visit(block);
  return calls.length > 0 && calls.every((call) => QUESTIONS.has(call));
}

/** The function of this name in the file, for a handler that is given by name. */
function named(source: ts.SourceFile, name: string): ts.Node | undefined {
  let found: ts.Node | undefined;
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionDeclaration(node) && node.name?.text === name) found = node;
    if (ts.isVariableDeclaration(node) && node.name.getText() === name) found = node.initializer;
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Handlers of rejections: what `.catch` is given, and the second thing that `.then` is given. */
function handlerOf(node: ts.Node): ts.Expression | undefined {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const method = node.expression.name.text;
  if (method === 'catch') return node.arguments[0];
  return method === 'then' ? node.arguments[1] : undefined;
}

/** "path:line" of each catch in `text` that neither rethrows, returns a Problem, nor reports. */
export function silentCatches(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TSX);
  const silent: string[] = [];
  const at = (node: ts.Node) =>
    silent.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
  const visit = (node: ts.Node): void => {
    if (ts.isTryStatement(node) && node.catchClause && !isQuestion(node.tryBlock)) {
      if (!passesOn(node.catchClause.block)) at(node.catchClause);
    }
    const handler = handlerOf(node);
    if (handler) {
      const body = ts.isIdentifier(handler) ? (named(source, handler.text) ?? handler) : handler;
      const taken = ts.isIdentifier(handler) && PASSES_ON.has(handler.text);
      if (!taken && !passesOn(body)) at(handler);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return silent;
}
