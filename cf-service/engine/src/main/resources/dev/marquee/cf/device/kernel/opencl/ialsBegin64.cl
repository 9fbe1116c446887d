__kernel void ialsBegin(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *factors, __global uchar *partial, __global uchar *ranges, __global uchar *lambdas, __global uchar *products, __global uchar *residuals, __global uchar *directions, __global uchar *squares, __global uchar *sizes, __private int k)
{
  bool b_19, b_36, b_73, b_79, b_80;
  float f_38, f_44, f_45, f_52, f_54, f_63, f_65, f_66, f_67, f_69, f_70, f_74, f_76, f_77, f_81;
  int i_11, i_12, i_13, i_14, i_15, i_16, i_17, i_18, i_20, i_24, i_25, i_29, i_30, i_31, i_34, i_35, i_37, i_39, i_40, i_46, i_47, i_48, i_56, i_57, i_58, i_59, i_71, i_72, i_75, i_78;
  long l_21, l_22, l_26, l_27, l_32, l_33, l_41, l_42, l_49, l_50, l_60, l_61;
  ulong ul_0, ul_1, ul_2, ul_3, ul_4, ul_5, ul_6, ul_7, ul_8, ul_10, ul_23, ul_28, ul_43, ul_51, ul_53, ul_55, ul_62, ul_64, ul_68, ul_82;

  // BLOCK 0
  ul_0  =  (ulong) factors;
  ul_1  =  (ulong) partial;
  ul_2  =  (ulong) ranges;
  ul_3  =  (ulong) lambdas;
  ul_4  =  (ulong) products;
  ul_5  =  (ulong) residuals;
  ul_6  =  (ulong) directions;
  ul_7  =  (ulong) squares;
  ul_8  =  (ulong) sizes;
  __local float adf_9[64];
  ul_10  =  ul_8 + 0L;
  i_11  =  *((__global int *) ul_10);
  i_12  =  get_local_id(0);
  i_13  =  i_12 >> 31;
  i_14  =  i_13 >> 26;
  i_15  =  i_14 + i_12;
  i_16  =  i_15 >> 6;
  i_17  =  get_group_id(0);
  i_18  =  i_16 + i_17;
  b_19  =  i_18 < i_11;
  if(b_19)
  {
    // BLOCK 1
    i_20  =  i_18 << 1;
    l_21  =  (long) i_20;
    l_22  =  l_21 << 2;
    ul_23  =  ul_2 + l_22;
    i_24  =  *((__global int *) ul_23);
    i_25  =  i_20 + 1;
    l_26  =  (long) i_25;
    l_27  =  l_26 << 2;
    ul_28  =  ul_2 + l_27;
    i_29  =  *((__global int *) ul_28);
    i_30  =  i_24;
    i_31  =  i_29;
  }  // B0
  else
  {
    // BLOCK 2
    i_30  =  0;
    i_31  =  0;
  }  // B0
  // BLOCK 3 MERGES [2 1 ]
  l_32  =  (long) i_18;
  l_33  =  l_32 << 2;
  i_34  =  i_15 & -64;
  i_35  =  i_12 - i_34;
  b_36  =  i_30 < i_31;
  if(b_36)
  {
    // BLOCK 4
    i_37  =  i_30;
    // BLOCK 5 MERGES [4 6 ]
    f_38  =  0.0F;
    i_37  =  i_30;
    for(;i_37 < i_31;)
    {
      // BLOCK 6
      i_39  =  i_37 << 6;
      i_40  =  i_35 + i_39;
      l_41  =  (long) i_40;
      l_42  =  l_41 << 2;
      ul_43  =  ul_1 + l_42;
      f_44  =  *((__global float *) ul_43);
      f_45  =  f_38 + f_44;
      i_46  =  i_37 + 1;
      f_38  =  f_45;
      i_37  =  i_46;
    }  // B5
    // BLOCK 7
    i_47  =  i_18 << 6;
    i_48  =  i_47 + i_35;
    l_49  =  (long) i_48;
    l_50  =  l_49 << 2;
    ul_51  =  ul_4 + l_50;
    f_52  =  *((__global float *) ul_51);
    ul_53  =  ul_3 + l_33;
    f_54  =  *((__global float *) ul_53);
    ul_55  =  ul_8 + 4L;
    i_56  =  *((__global int *) ul_55);
    i_57  =  i_56 + i_18;
    i_58  =  i_57 << 6;
    i_59  =  i_58 + i_35;
    l_60  =  (long) i_59;
    l_61  =  l_60 << 2;
    ul_62  =  ul_0 + l_61;
    f_63  =  *((__global float *) ul_62);
    ul_64  =  ul_5 + l_50;
    f_65  =  f_38 - f_52;
    f_66  =  f_54 * f_63;
    f_67  =  f_65 - f_66;
    *((__global float *) ul_64)  =  f_67;
    ul_68  =  ul_6 + l_50;
    *((__global float *) ul_68)  =  f_67;
    f_69  =  f_67;
  }  // B3
  else
  {
    // BLOCK 8
    f_69  =  0.0F;
  }  // B3
  // BLOCK 9 MERGES [8 7 ]
  f_70  =  f_69 * f_69;
  adf_9[i_12]  =  f_70;
  // BLOCK 10 MERGES [9 14 ]
  i_71  =  32;
  for(;i_71 >= 1;)
  {
    // BLOCK 11
    barrier(CLK_LOCAL_MEM_FENCE);
    i_72  =  i_71 >> 1;
    b_73  =  i_35 < i_71;
    if(b_73)
    {
      // BLOCK 12
      f_74  =  adf_9[i_12];
      i_75  =  i_71 + i_12;
      f_76  =  adf_9[i_75];
      f_77  =  f_74 + f_76;
      adf_9[i_12]  =  f_77;
    }  // B11
    else
    {
      // BLOCK 13
    }  // B11
    // BLOCK 14 MERGES [13 12 ]
    i_78  =  i_72;
    i_71  =  i_78;
  }  // B10
  // BLOCK 15
  b_79  =  i_30 < i_31;
  if(b_79)
  {
    // BLOCK 16
    b_80  =  i_34 == i_12;
    if(b_80)
    {
      // BLOCK 17
      f_81  =  adf_9[i_12];
      ul_82  =  ul_7 + l_33;
      *((__global float *) ul_82)  =  f_81;
      return;
    }  // B16
    else
    {
      // BLOCK 18
      return;
    }  // B16
  }  // B15
  else
  {
    // BLOCK 19
  }  // B15
  // BLOCK 20 MERGES [19 18 17 ]
  return;
}  //  kernel
