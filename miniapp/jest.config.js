/** Unit tests of the phone in jsdom. The stories in a real browser are in e2e/, with their own configuration. */
module.exports = {
  testEnvironment: 'jsdom',
  roots: ['<rootDir>/src'],
  setupFiles: ['<rootDir>/test/setup.ts'],
  // What the build writes into the code; the tests' own server gives the address.
  globals: { API_BASE: '', WITH_LOCATION: false },
  transform: {
    '\\.[jt]sx?$': [
      'babel-jest',
      {
        configFile: false,
        babelrc: false,
        presets: [
          ['@babel/preset-env', { targets: { node: 'current' } }],
          ['@babel/preset-react', { runtime: 'automatic' }],
          '@babel/preset-typescript',
        ],
      },
    ],
  },
  // These come as ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(\\.pnpm/)?@stablelib)'],
  moduleNameMapper: {
    // Before the roots: a stylesheet of the kit may be named by either.
    '\\.scss$': 'identity-obj-proxy',
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@huiying/shared/(.*)$': '<rootDir>/../shared/src/$1',
    // The framework runs only inside its own builds; these two stand in for it.
    '^@tarojs/components$': '<rootDir>/test/stand-in-components.tsx',
    '^@tarojs/taro$': '<rootDir>/test/stand-in-taro.ts',
  },
}
