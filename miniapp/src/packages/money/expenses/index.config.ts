export default definePageConfig({
  navigationBarTitleText: '开支',
  enablePullDownRefresh: true,
})
