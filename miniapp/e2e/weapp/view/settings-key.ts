/** Where the settings of the phone lie in the browser's storage, apart from the app's own keys. */
export const SETTINGS_KEY = 'runner:settings'
