// useBuiltIns stays off: polyfilling every used method costs the H5 build more than 100 KB gzipped,
// and Chrome 67 / Android 7 already have what we call.
module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: false }]] }
