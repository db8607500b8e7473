import path from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import TsconfigPathsPlugin from 'tsconfig-paths-webpack-plugin'

const sharedSrc = path.resolve(__dirname, '../../shared/src')
const target = process.env.TARO_ENV === 'h5' ? 'h5' : 'weapp'

// H5 is served by the server itself, so the address is relative; a mini-program has no origin.
const apiBase = target === 'h5' ? '' : (process.env.TARO_APP_API_BASE ?? 'http://127.0.0.1:8080')

// A sub-district may rule that a shift is taken over near the service centre; then the phone asks where it is, and may
// decline. WeChat must have granted the app `getLocation` (public platform, 接口设置) before a package that names it is
// accepted, so only `WITH_LOCATION=1 …` builds one; all others take over without a place.
const withLocation = target === 'weapp' && process.env.WITH_LOCATION === '1'

// Packages of the framework's router in syntax newer than Chrome 67; `check-old-browsers.mjs` finds the next one.
const tooNewPackages = /node_modules[\\/](query-string|decode-uri-component|filter-obj|split-on-first)[\\/]/

// The hashes and signatures a phone checks a book with: class fields, which old phones of either build can't read.
const proofPackages = /node_modules[\\/]@stablelib[\\/]/

// What several subpackages use stands in the main package once; otherwise each would carry a copy of its own.
const ofAllPackages = /(miniapp[\\/]src[\\/](ui|platform|features[\\/]signing)|shared[\\/]src[\\/](kernel|ledger|expenses))[\\/]/

// Class names travel with every node of every setData: long ones are a third of a list's bytes.
const isWatching = process.env.NODE_ENV === 'development'
const cssModules = {
  enable: true,
  config: { namingPattern: 'module', generateScopedName: isWatching ? '[name]__[local]___[hash:base64:5]' : 'h[hash:base64:5]' },
} as const

// A pixel stays a pixel on both builds. rpx and rem would zoom the type with the width of the screen,
// against the system's font size and against our own large-type factor. What stays on is #ifdef in stylesheets.
const pxtransform = { enable: true, config: { methods: ['platform'] } }

export default defineConfig<'webpack5'>(async () => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'huiying',
    date: '2026-11-21',
    designWidth: 375,
    deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot: `dist/${target}`,
    plugins: [path.resolve(__dirname, 'aria/index.js')],
    defineConstants: { API_BASE: JSON.stringify(apiBase), WITH_LOCATION: JSON.stringify(withLocation) },
    // Chinese as it is: escaped, every character would weigh six bytes instead of three.
    terser: { enable: true, config: { output: { ascii_only: false } } },
    // A share card takes its picture by its path in the package; a bundled one would have no name, or none at all.
    copy: {
      patterns: target === 'weapp' ? [{ from: 'src/assets/share-card.png', to: 'dist/weapp/assets/share-card.png' }] : [],
      options: {},
    },
    framework: 'react',
    compiler: 'webpack5',
    cache: { enable: false },
    mini: {
      compile: { include: [sharedSrc] },
      optimizeMainPackage: {
        enable: true,
        exclude: [(module: { readonly resource?: string }) => ofAllPackages.test(module.resource ?? '')],
      },
      // The order of CSS modules among each other means nothing: each class is named once.
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: { pxtransform, cssModules },
      webpackChain(chain) {
        chain.resolve.plugin('tsconfig-paths').use(TsconfigPathsPlugin)
        chain.module.rule('script').include.add(proofPackages)
      },
    },
    h5: {
      compile: { include: [sharedSrc] },
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: {
        ignoreOrder: true,
        filename: 'css/[name].[contenthash:8].css',
        chunkFilename: 'css/[name].[contenthash:8].css',
      },
      postcss: { pxtransform, autoprefixer: { enable: true, config: {} }, cssModules },
      webpackChain(chain) {
        chain.resolve.plugin('tsconfig-paths').use(TsconfigPathsPlugin)
        chain.module.rule('script').include.add(tooNewPackages).add(proofPackages)
        chain.optimization.splitChunks({
          chunks: 'all',
          minSize: 10_000,
          cacheGroups: {
            react: {
              // The compiler's helpers go along: a few hundred bytes must not fetch all the vendors on the first page.
              test: /node_modules[\\/](react|react-dom|scheduler|react-reconciler|@babel[\\/]runtime)[\\/]/,
              name: 'react',
              priority: 30,
            },
            taro: {
              test: /node_modules[\\/](@tarojs|\.pnpm[\\/]@tarojs|@stencil)/,
              name: 'taro',
              priority: 20,
              minChunks: 2,
            },
            vendors: { test: /node_modules/, name: 'vendors', priority: 10, minChunks: 2 },
          },
        })
      },
    },
  }
  return config
})
