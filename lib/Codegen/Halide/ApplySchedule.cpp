//===- ApplySchedule.cpp - Schedules a kernel's functions -----------------===//
//
// The only place that turns a #adze.schedule into Halide's directives. It knows roles (accumulator, staged copies, statistics), never operations.
//
//===----------------------------------------------------------------------===//

#include "ApplySchedule.h"

using namespace Halide;
using namespace adze;
using namespace adze::halide;

namespace {
/// Vectorizes the innermost dimension of a stage's pure definition by at most `lanes`.
void vectorizeInnermost(Phase stage, int lanes) {
  if (stage.extents.empty())
    return;
  while (lanes > stage.extents[0])
    lanes /= 2;
  if (lanes > 1)
    stage.func.vectorize(stage.func.args()[0], lanes, TailStrategy::ShiftInwards);
}

/// A statistic in the order of its definitions: the initial value, then updates over rows or, for lane-wise partial results, over blocks of
/// lanes.
void scheduleStatistic(Phase stage, int lanes, LoopLevel level) {
  stage.func.compute_at(level);
  vectorizeInnermost(stage, lanes);
  for (int i = 0; i < stage.func.num_update_definitions(); ++i) {
    Halide::Stage update = stage.func.update(i);
    std::vector<RVar> reduced;
    for (const RVar &var : stage.func.rvars(i))
      reduced.push_back(var);
    bool laneWise = stage.func.name().find("_lanes") != std::string::npos;
    if (laneWise) {
      Var lane = stage.func.args()[0];
      std::vector<VarOrRVar> order{lane};
      order.insert(order.end(), reduced.begin(), reduced.end());
      update.reorder(order).vectorize(lane, lanes);
      if (stage.extents[0] > lanes)
        update.unroll(lane);
    } else if (!stage.extents.empty()) {
      int width = lanes;
      while (width > 1 && stage.extents[0] % width)
        width /= 2;
      if (width > 1)
        update.vectorize(stage.func.args()[0], width, TailStrategy::RoundUp);
    }
  }
}

struct Applier {
  ScheduleAttr schedule;
  const Nest &nest;
  Func output;
  const std::vector<Var> &vars;
  const std::vector<int64_t> &extents;
  int lanes;
  LoopLevel outermost = LoopLevel::root();

  int rank() const { return int(vars.size()); }

  void applyStages() {
    for (const Phase &stage : nest.whole) {
      Func f = stage.func;
      f.compute_root();
      vectorizeInnermost(stage, lanes);
    }
    bool before = nest.row < 0 || nest.row >= rank();
    for (const Phase &stage : nest.statistics)
      scheduleStatistic(stage, lanes, before ? LoopLevel::root() : LoopLevel(output, vars[nest.row]));
    for (const Phase &stage : nest.staged) {
      Func f = stage.func;
      f.compute_at(outermost);
      vectorizeInnermost(stage, lanes);
      if (stage.extents[0] <= 4 && stage.extents[0] > 1)
        f.unroll(f.args()[0]);
      if (stage.extents.size() > 1)
        spread(f, stage.extents[0]);
    }
  }

  /// Rows of a copy that are a power of two apart would share few sets of the cache: they get a cache line between them.
  static void spread(Func f, int64_t extent) {
    int64_t bytes = f.output_types()[0].bytes();
    if (extent * bytes % 1024 == 0)
      f.align_storage(f.args()[0], int(extent + 64 / bytes));
  }

  /// The output's elements one vector after the other.
  void pointwise() {
    if (vars.empty())
      return;
    int width = lanes;
    while (width > extents[0])
      width /= 2;
    if (nest.row == 0)
      width = 1; // each element is a statistic
    if (width > 1) {
      int unroll = schedule.getUnroll();
      Var inner("inner"), block("block");
      if (unroll > 1 && extents[0] >= width * unroll) {
        output.split(vars[0], block, inner, width * unroll, tail(extents[0], width * unroll)).vectorize(inner, width).unroll(inner);
      } else {
        output.vectorize(vars[0], width, tail(extents[0], width));
      }
    }
  }
  /// The last vector moves back over elements that are there already, unless their inputs are gone.
  TailStrategy tail(int64_t extent, int64_t width) const {
    return nest.inPlace && extent % width ? TailStrategy::GuardWithIf : TailStrategy::ShiftInwards;
  }

  /// Tiles of the innermost dimension and of the one that an operand is dense in (`block`, counted from the innermost).
  void transposed() {
    int other = schedule.getBlock()[0];
    std::vector<VarOrRVar> order, outer;
    for (int dim : {0, other}) {
      Var tile("tile" + std::to_string(dim)), element("element" + std::to_string(dim));
      int extent = extents[dim], size = std::min<int>(schedule.getTile()[dim != 0], extent);
      output.split(vars[dim], tile, element, size, extent % size ? TailStrategy::ShiftInwards : TailStrategy::RoundUp);
      if (dim == 0) {
        Var vector("vector"), lane("lane");
        output.split(element, vector, lane, std::min(lanes, size), TailStrategy::ShiftInwards).vectorize(lane);
        order = {lane, vector};
      } else {
        order.push_back(element);
      }
      outer.push_back(tile);
    }
    order.insert(order.end(), outer.begin(), outer.end());
    for (int dim = 1; dim < rank(); ++dim)
      if (dim != other)
        order.push_back(vars[dim]);
    output.reorder(order);
  }

  /// A tile of accumulators in registers: `tile` elements of the two innermost dimensions.
  void tiled() {
    int columns = schedule.getTile().size() > 0 ? schedule.getTile()[0] : lanes;
    int rows = schedule.getTile().size() > 1 ? schedule.getTile()[1] : 1;
    int block = schedule.getBlock().empty() ? 0 : schedule.getBlock()[0];
    int width = lanes;
    bool gemm = schedule.getVariant().getValue() == "gemm";
    bool window = schedule.getVariant().getValue() == "window";
    Func sum = nest.accumulator;

    // Columns: vectors of `width`, `columns / width` of them in the tile. Packed operands have zeros behind their end, so tiles may stick out there;
    // vectors are split off first, so that only whole vectors are guarded. Others must not be read past the end: the last tile moves back.
    Var n = vars[0], nv("nv"), lane("lane"), no("no"), ni("ni");
    if (nest.packed) {
      output.split(n, nv, lane, width, extents[0] % width ? TailStrategy::GuardWithIf : TailStrategy::RoundUp);
      int vectors = (extents[0] + width - 1) / width, perTile = columns / width;
      output.split(nv, no, ni, perTile, vectors % perTile ? TailStrategy::GuardWithIf : TailStrategy::RoundUp);
    } else {
      output.split(n, no, nv, columns, extents[0] % columns ? TailStrategy::ShiftInwards : TailStrategy::RoundUp);
      output.split(nv, ni, lane, width, TailStrategy::RoundUp);
    }
    output.vectorize(lane).unroll(ni);

    std::vector<VarOrRVar> order{lane, ni};
    Var tileLoop = no;
    std::vector<VarOrRVar> outer(vars.begin() + std::min(2, rank()), vars.end());
    if (rank() < 2) {
      order.push_back(no);
    } else {
      Var m = vars[1], mo("mo"), mi("mi"), yo("yo"), yi("yi");
      rows = std::min<int>(rows, extents[1]);
      output.split(m, mo, mi, rows, extents[1] % rows ? TailStrategy::ShiftInwards : TailStrategy::RoundUp).unroll(mi);
      order.push_back(mi);
      tileLoop = mo;
      if (gemm) {
        int tiles = (extents[1] + rows - 1) / rows, perBlock = block ? std::max(1, block / rows) : tiles;
        if (perBlock < tiles) {
          Var mb("mb"), mt("mt");
          output.split(mo, mb, mt, perBlock, tiles % perBlock ? TailStrategy::GuardWithIf : TailStrategy::RoundUp);
          order.insert(order.end(), {mt, no, mb});
          tileLoop = mt;
        } else {
          order.insert(order.end(), {mo, no});
        }
        outermost = rank() > 2 ? LoopLevel(output, vars[2]) : LoopLevel::root();
      } else {
        // Windows pass all channels of a few pixels, so that the input's rows are read once; convolutions all pixels of a few channels, so that
        // the weights stay in cache. Blocks of image rows share a padded copy.
        std::vector<VarOrRVar> image{yi, no, yo};
        if (window) {
          order.insert(order.end(), {no, mo});
          tileLoop = no;
          image = {yi, yo};
        } else {
          order.push_back(mo);
        }
        if (rank() > 2) {
          int height = block > 0 ? std::min<int>(block, extents[2]) : int(extents[2]);
          output.split(vars[2], yo, yi, height, extents[2] % height ? TailStrategy::GuardWithIf : TailStrategy::RoundUp);
          order.insert(order.end(), image.begin(), image.end());
          outer.erase(outer.begin());
          outermost = LoopLevel(output, yo);
        } else if (!window) {
          order.push_back(no);
        }
      }
    }
    order.insert(order.end(), outer.begin(), outer.end());
    output.reorder(order);

    sum.compute_at(output, tileLoop).bound_extent(n, columns).vectorize(n, width).unroll(n);
    if (rank() >= 2)
      sum.unroll(vars[1]);
    Halide::Stage update = sum.update();
    std::vector<VarOrRVar> inner{n};
    if (rank() >= 2)
      inner.push_back(vars[1]);
    for (size_t i = 0; i < nest.reductionExtents.size(); ++i)
      inner.push_back(nest.reduction[i]);
    update.reorder(inner).vectorize(n, width).unroll(n);
    if (rank() >= 2)
      update.unroll(vars[1]);
    // Small reductions are unrolled whole (`unroll` taps at most), others by a divisor of the innermost extent.
    int taps = 1, unroll = schedule.getUnroll();
    for (size_t i = 0; i < nest.reductionExtents.size(); ++i) {
      int extent = nest.reductionExtents[i];
      if (extent == 1)
        continue;
      if (taps * extent <= unroll) {
        update.unroll(nest.reduction[i]);
        taps *= extent;
        continue;
      }
      if (taps == 1 && unroll > 1 && extent % unroll == 0)
        update.unroll(nest.reduction[i], unroll);
      break;
    }
  }

  /// Blocks of tile rows: the input's tiles are transformed, then for each `tile[0]` output channels all products are formed and become outputs.
  void winograd() {
    const Transforms &t = nest.transforms;
    int m = t.m, columns = schedule.getTile()[0], pixels = schedule.getTile()[1], block = schedule.getBlock()[0];
    auto guard = [](int64_t extent, int64_t factor) { return extent % factor ? TailStrategy::GuardWithIf : TailStrategy::RoundUp; };
    Var n = vars[0], nv("nv"), lane("lane"), no("no"), ni("ni"), tx("tx"), xi("xi"), ty("ty"), yi("yi"), to("to"), ti("ti");
    int vectors = (extents[0] + lanes - 1) / lanes, perTile = columns / lanes;
    output.split(n, nv, lane, lanes, guard(extents[0], lanes)).split(nv, no, ni, perTile, guard(vectors, perTile));
    output.split(vars[1], tx, xi, m, guard(extents[1], m));
    output.split(vars[2], ty, yi, m, guard(extents[2], m)).split(ty, to, ti, block, TailStrategy::RoundUp);
    output.reorder(lane, xi, yi, ni, tx, ti, no, to, vars[3]).vectorize(lane).unroll(xi).unroll(yi);
    outermost = LoopLevel(output, to);

    auto arg = [](Func f, int i) { return f.args()[i]; };
    Func last = t.columns, product = t.product, sum = nest.accumulator, data = t.data, rows = t.rows;
    last.compute_at(output, ni).bound_extent(arg(last, 0), lanes).vectorize(arg(last, 0), lanes);
    last.bound_extent(arg(last, 1), 1).bound_extent(arg(last, 2), t.size).bound_extent(arg(last, 3), m).unroll(arg(last, 2)).unroll(arg(last, 3));

    Var tile("tile"), pixel("pixel");
    product.compute_at(output, no).bound_extent(arg(product, 0), columns).bound_extent(arg(product, 1), t.tilesX);
    product.bound_extent(arg(product, 2), t.size).bound_extent(arg(product, 3), t.size).bound_extent(arg(product, 4), block);
    product.split(arg(product, 1), tile, pixel, pixels, t.tilesX % pixels ? TailStrategy::ShiftInwards : TailStrategy::RoundUp);
    product.reorder(arg(product, 0), pixel, tile, arg(product, 4), arg(product, 2), arg(product, 3));
    product.vectorize(arg(product, 0), lanes).unroll(arg(product, 0)).unroll(pixel);
    sum.compute_at(product, tile).bound_extent(arg(sum, 0), columns).vectorize(arg(sum, 0), lanes).unroll(arg(sum, 0)).unroll(arg(sum, 1));
    sum.update().reorder(arg(sum, 0), arg(sum, 1), nest.reduction[0]).vectorize(arg(sum, 0), lanes).unroll(arg(sum, 0)).unroll(arg(sum, 1));

    Var channel("channel"), group("group");
    int width = lanes;
    while (width > t.channels)
      width /= 2;
    data.compute_at(output, to).bound_extent(arg(data, 0), t.channels).bound_extent(arg(data, 1), t.tilesX);
    data.bound_extent(arg(data, 2), t.size).bound_extent(arg(data, 3), t.size).bound_extent(arg(data, 4), block);
    data.split(arg(data, 0), group, channel, width, t.channels % width ? TailStrategy::ShiftInwards : TailStrategy::RoundUp);
    data.reorder(channel, arg(data, 2), arg(data, 3), arg(data, 1), group).vectorize(channel).unroll(arg(data, 2)).unroll(arg(data, 3));
    spread(data, t.channels);
    rows.compute_at(data, group).bound_extent(arg(rows, 0), width).vectorize(arg(rows, 0), width);
    rows.bound_extent(arg(rows, 1), t.tilesX * m + t.size - m).bound_extent(arg(rows, 2), t.size).bound_extent(arg(rows, 3), 1);
    rows.reorder(arg(rows, 0), arg(rows, 2), arg(rows, 1)).unroll(arg(rows, 2));
  }

  void apply() {
    bool accumulates = nest.accumulator.defined();
    if (nest.transforms.data.defined()) {
      winograd();
    } else if (accumulates && !vars.empty()) {
      tiled();
    } else {
      if (schedule.getVariant().getValue() == "transposed")
        transposed();
      else
        pointwise();
      if (accumulates) {
        Func sum = nest.accumulator;
        sum.compute_root();
      }
    }
    applyStages();
  }
};
} // namespace

void halide::applySchedule(ScheduleAttr schedule, const Nest &nest, Func output, const std::vector<Var> &vars,
                           const std::vector<int64_t> &extents) {
  Applier applier{schedule, nest, output, vars, extents, int(schedule.getVector())};
  applier.apply();
}
