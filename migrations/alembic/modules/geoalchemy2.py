"""The types of GeoAlchemy 2. Their spatial indexes are made by listeners of the package; a column asks for
one unless it says spatial_index=False, and then the table is refused here."""
from sqlalchemy.types import UserDefinedType


class _Spatial(UserDefinedType):
    name = None
    default_type = "GEOMETRY"

    def __init__(self, geometry_type=..., srid=-1, dimension=None, spatial_index=True, use_N_D_index=False,
                 use_typmod=None, from_text=None, name=None, nullable=True, _spatial_index_reflected=None):
        self.geometry_type = self.default_type if geometry_type is ... else geometry_type
        self.srid = srid
        self.spatial_index = spatial_index

    def get_col_spec(self, **kw):
        if self.spatial_index:
            raise NotImplementedError(
                type(self).__name__ + " with a spatial index, which a listener of geoalchemy2 makes; "
                "write spatial_index=False and op.create_index()")
        if not self.geometry_type:
            return self.name
        return "%s(%s,%d)" % (self.name, self.geometry_type, self.srid)


class Geometry(_Spatial):
    name = "geometry"


class Geography(_Spatial):
    name = "geography"


class Raster(UserDefinedType):
    def __init__(self, spatial_index=True, from_text=None, name=None, nullable=True):
        self.spatial_index = spatial_index

    def get_col_spec(self, **kw):
        if self.spatial_index:
            raise NotImplementedError("Raster with a spatial index, which a listener of geoalchemy2 makes")
        return "raster"
