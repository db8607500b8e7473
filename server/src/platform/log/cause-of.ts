/**
 * What may be logged of an error: its name and the places it passed. The message only of errors that we or Node made:
 * a driver's or parser's message may quote what a person wrote.
 */
export function causeOf(error: unknown): { readonly name: string; readonly stack: string } {
  if (!(error instanceof Error)) return { name: typeof error, stack: '' }
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).slice(0, 20)
  return { name: error.name, stack: [saysNothingPersonal(error) ? `${error.name}: ${error.message}` : error.name, ...places].join('\n') }
}

// A SyntaxError of JSON.parse quotes the text it stumbled over.
function saysNothingPersonal(error: Error): boolean {
  return !(error instanceof SyntaxError) && !('sql' in error) && !('query' in error)
}
