'''old'''
revision = u'b'
down_revision = ('a',
  'c')

def upgrade():
	if x:
		pass

log = logging.getLogger(__name__)
