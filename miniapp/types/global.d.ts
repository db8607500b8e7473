/// <reference types="@tarojs/taro" />

declare const API_BASE: string
/** WeChat has granted this app `getLocation`, so that a location circle for taking over can be asked about. */
declare const WITH_LOCATION: boolean

declare module '*.module.scss' {
  const classes: Readonly<Record<string, string>>
  export default classes
}
declare module '*.scss'
declare module '*.png' {
  const url: string
  export default url
}

declare namespace NodeJS {
  interface ProcessEnv {
    TARO_ENV?: 'weapp' | 'h5'
  }
}
