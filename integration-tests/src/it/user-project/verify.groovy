String log = new File(basedir, 'build.log').text
def runs = log.findAll(/Tests run: \d+, Failures: 0, Errors: 0, Skipped: 0(?=\s*\R)/)
assert runs.size() == 2 : 'both runs pass: ' + runs
assert runs.every { it == 'Tests run: 1, Failures: 0, Errors: 0, Skipped: 0' }
assert log.contains('user.SoftplusGradientTest')
assert new File(basedir, 'target/classes/META-INF/gradwright/differentiable').text == 'user.Softplus\n'
return true
