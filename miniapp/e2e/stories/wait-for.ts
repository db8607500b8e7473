/** For what comes true behind the screens. @throws Error when it does not within 20 s */
export async function waitFor(holds: () => Promise<boolean>): Promise<void> {
  const endsAt = performance.now() + 20_000
  while (!(await holds())) {
    if (performance.now() > endsAt) throw new Error('it did not come true within 20 s')
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}
