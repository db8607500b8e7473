/** A refusal as WeChat words it: reaches the app's `fail` as `errMsg: "<api>:fail <reason>"`. */
export class WxFailure extends Error {
  constructor(
    reason: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(reason)
  }
}
