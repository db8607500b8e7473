import fs from 'node:fs'
import path from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const commandNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The browser's program: CHROMIUM_PATH, else the first one found; null when this machine has none. */
export function findChromium(): string | null {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') return fs.existsSync(named) ? named : null
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const onPath = commandNames.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [...onPath, ...fixedPlaces].find((candidate) => fs.existsSync(candidate)) ?? null
}

export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      // The sandbox needs rights that containers do not give; the pages are our own.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A microphone that beeps and asks nobody, for voice on the browser build.
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
    ],
  })
}
