// The imports of one source file, taken from its syntax tree rather than from its text.
import { posix } from 'node:path';
import ts from 'typescript';

/** target: a path from the root without its ending, for our own files; else the package's name. */
export type Import = { target: string; ours: boolean; typeOnly: boolean };

/** All imports, re-exports and import() calls of a file at `path` (from the root) with this `text`. */
export function importsOf(path: string, text: string): Import[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (specifier !== undefined && ts.isStringLiteral(specifier)) {
      found.push({ ...targetOf(path, specifier.text), typeOnly });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeImport(node));
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** import type { A }, and import { type A, type B }: nothing of either is left when the file runs. */
function isTypeImport(node: ts.ImportDeclaration): boolean {
  const clause = node.importClause;
  if (clause === undefined) return false;
  if (clause.isTypeOnly) return true;
  const names = clause.namedBindings;
  return (
    clause.name === undefined &&
    names !== undefined &&
    ts.isNamedImports(names) &&
    names.elements.length > 0 &&
    names.elements.every((element) => element.isTypeOnly)
  );
}

function targetOf(from: string, specifier: string): { target: string; ours: boolean } {
  const bare = (path: string) => path.replace(/\.(ts|tsx|js)$/, '').replace(/\/index$/, '');
  if (specifier.startsWith('@/')) return { target: bare(specifier.slice(2)), ours: true };
  if (specifier.startsWith('.')) {
    return { target: bare(posix.join(posix.dirname(from), specifier)), ours: true };
  }
  const parts = specifier.split('/');
  const target = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
  return { target, ours: false };
}
