import {
  createConnection,
  type Diagnostic,
  DiagnosticSeverity,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

// The floor of any language server: it keeps the text in step and publishes a fixed number of findings on each
// edit, without reading a word. It is told the numbers at initialize, by document.
const connection = createConnection();
const documents = new Map<string, TextDocument>();
let findings: Record<string, number> = {};

connection.onInitialize((params) => {
  findings = (params.initializationOptions as { findings: Record<string, number> }).findings;
  return { capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } };
});

connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
  documents.set(uri, TextDocument.create(uri, languageId, version, text));
  publish(uri, version, 0);
});

connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
  const document = documents.get(uri);
  if (document === undefined) return;
  documents.set(uri, TextDocument.update(document, contentChanges, version));
  // A stray quote is one finding more for a server that reads.
  publish(uri, version, contentChanges[0]?.text === '"' ? 1 : 0);
});

connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
  documents.delete(uri);
});

function publish(uri: string, version: number, more: number): void {
  const diagnostics = Array.from({ length: (findings[uri] ?? 0) + more }, (_, n) => finding(n));
  connection.sendDiagnostics({ uri, version, diagnostics });
}

function finding(n: number): Diagnostic {
  const line = 30 + n * 5;
  return {
    range: { start: { line, character: 11 }, end: { line, character: 20 } },
    severity: DiagnosticSeverity.Warning,
    code: 'unknown-owner',
    codeDescription: { href: 'https://parley.example/docs/checks/unknown-owner.md' },
    source: 'Parley',
    message: `Unexpected owner "zacharias" of M${n}, expected one of tom, ines, ana.`,
    data: { item: { kind: 'milestone', id: `M${n}` } },
  };
}

connection.listen();
