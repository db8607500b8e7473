import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Relative paths of settings count from here: the workspace this file lies in, else where the server was started. */
export function workspaceRoot(from = __dirname): string {
  let folder = from
  while (!existsSync(join(folder, 'pnpm-workspace.yaml'))) {
    const above = dirname(folder)
    if (above === folder) return process.cwd()
    folder = above
  }
  return folder
}

export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(join(workspaceRoot(), 'package.json'), 'utf8')) as { readonly version?: string }
  return version ?? 'unknown'
}
