String log = new File(basedir, 'build.log').text
assert log.contains('Tests run: 2, Failures: 1, Errors: 0')
assert log =~ /f: the gradient of x \(2\) at \[0\] is wrong: analytic 1\.5, centred difference [\d.]+, relative error 5\.00e-01/
assert log.contains('replay: user.ParabolaTest.wrong with -Dgradwright.check.seed=1')
// both checks have left their reports
File reports = new File(basedir, 'target/gradient-checks')
assert reports.list().sort() == ['user.ParabolaTest.right.html', 'user.ParabolaTest.right.json', 'user.ParabolaTest.wrong.html', 'user.ParabolaTest.wrong.json']
assert new File(reports, 'user.ParabolaTest.wrong.json').text.contains('"verdict": "WRONG"')
return true
