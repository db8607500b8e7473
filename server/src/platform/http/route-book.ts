/** Every route there is, as Fastify was told of them. */
export class RouteBook {
  readonly #routes: { readonly method: string; readonly pattern: string; readonly parts: readonly string[] }[] = []

  add(methods: string | readonly string[], pattern: string): void {
    for (const method of [methods].flat()) this.#routes.push({ method, pattern, parts: partsOf(pattern) })
  }

  /** "POST /api/tickets/:id/replies", sorted; HEAD goes with GET and is left out. */
  all(): readonly string[] {
    const names = this.#routes.filter(({ method }) => method !== 'HEAD').map(({ method, pattern }) => `${method} ${pattern}`)
    return [...new Set(names)].sort()
  }

  /** The methods that exist at the path of a URL; catch-all routes do not count. */
  methodsAt(url: string): readonly string[] {
    const path = partsOf(url.split('?', 1)[0] ?? '')
    const found = this.#routes.filter(({ parts }) => matches(parts, path)).map(({ method }) => method)
    return [...new Set(found)]
  }
}

function matches(pattern: readonly string[], path: readonly string[]): boolean {
  return pattern.length === path.length && pattern.every((part, at) => part === path[at] || (part.startsWith(':') && path[at] !== ''))
}

function partsOf(path: string): readonly string[] {
  return path.split('/')
}
