export default definePageConfig({
  navigationBarTitleText: '记账',
  enablePullDownRefresh: true,
})
