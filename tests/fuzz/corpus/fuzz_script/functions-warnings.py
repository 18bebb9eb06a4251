import warnings
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    warnings.warn('careful', DeprecationWarning)
result = 'ok'
