import { type Page } from 'playwright-core'

/** Collects what went wrong in a page without anybody tapping on it. */
export function watchFaults(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`page error: ${error.stack ?? error.message}`))
  page.on('console', (message) => {
    // The browser's own line for every refused request; a refusal (409, 404 …) is an answer, not a fault.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      faults.push(`console error: ${message.text()}`)
    }
  })
  page.on('crash', () => faults.push('the page crashed'))
  page.on('response', (response) => {
    const kind = response.request().resourceType()
    const isPart = ['script', 'stylesheet', 'image', 'font', 'document'].includes(kind)
    if (response.status() >= 500 && response.headers()['x-runner-refusal'] === undefined) {
      faults.push(`server error ${response.status()}: ${response.url()}`)
    } else if (isPart && response.status() >= 400) faults.push(`${kind} ${response.status()}: ${response.url()}`)
  })
  return faults
}
