export default definePageConfig({
  navigationBarTitleText: '各村的账',
  enablePullDownRefresh: true,
})
