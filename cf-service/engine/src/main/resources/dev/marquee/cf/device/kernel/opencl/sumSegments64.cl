__kernel void sumSegments(__global long *_kernel_context, __constant uchar *_constant_region, __local uchar *_local_region, __global int *_atomics, __global uchar *source, __global uchar *index, __global uchar *segments, __global uchar *partial, __global uchar *sizes, __private int k)
{
  bool b_8;
  float f_28, f_29, f_30, f_31, f_42, f_53, f_64, f_75, f_76, f_77, f_78, f_79, f_81, f_92, f_93, f_100, f_101, f_102;
  int i_6, i_7, i_9, i_10, i_11, i_15, i_16, i_20, i_21, i_22, i_23, i_24, i_25, i_26, i_27, i_32, i_36, i_37, i_38, i_43, i_47, i_48, i_49, i_54, i_58, i_59, i_60, i_65, i_69, i_70, i_71, i_80, i_82, i_86, i_87, i_88, i_94, i_95, i_96;
  long l_12, l_13, l_17, l_18, l_33, l_34, l_39, l_40, l_44, l_45, l_50, l_51, l_55, l_56, l_61, l_62, l_66, l_67, l_72, l_73, l_83, l_84, l_89, l_90, l_97, l_98;
  ulong ul_0, ul_1, ul_2, ul_3, ul_4, ul_5, ul_14, ul_19, ul_35, ul_41, ul_46, ul_52, ul_57, ul_63, ul_68, ul_74, ul_85, ul_91, ul_99;

  // BLOCK 0
  ul_0  =  (ulong) source;
  ul_1  =  (ulong) index;
  ul_2  =  (ulong) segments;
  ul_3  =  (ulong) partial;
  ul_4  =  (ulong) sizes;
  ul_5  =  ul_4 + 0L;
  i_6  =  *((__global int *) ul_5);
  i_7  =  get_group_id(0);
  b_8  =  i_7 < i_6;
  if(b_8)
  {
    // BLOCK 1
    i_9  =  i_7 << 1;
    i_10  =  i_9 + i_7;
    i_11  =  i_10 + 1;
    l_12  =  (long) i_11;
    l_13  =  l_12 << 2;
    ul_14  =  ul_2 + l_13;
    i_15  =  *((__global int *) ul_14);
    i_16  =  i_10 + 2;
    l_17  =  (long) i_16;
    l_18  =  l_17 << 2;
    ul_19  =  ul_2 + l_18;
    i_20  =  *((__global int *) ul_19);
    i_21  =  i_20 - i_15;
    i_22  =  i_21 >> 31;
    i_23  =  i_22 >> 30;
    i_24  =  i_23 + i_21;
    i_25  =  i_24 & -4;
    i_26  =  i_25 + i_15;
    i_27  =  get_local_id(0);
    // BLOCK 2 MERGES [1 3 ]
    f_28  =  0.0F;
    f_29  =  0.0F;
    f_30  =  0.0F;
    f_31  =  0.0F;
    i_32  =  i_15;
    for(;i_32 < i_26;)
    {
      // BLOCK 3
      l_33  =  (long) i_32;
      l_34  =  l_33 << 2;
      ul_35  =  ul_1 + l_34;
      i_36  =  *((__global int *) ul_35);
      i_37  =  i_36 << 6;
      i_38  =  i_37 + i_27;
      l_39  =  (long) i_38;
      l_40  =  l_39 << 2;
      ul_41  =  ul_0 + l_40;
      f_42  =  *((__global float *) ul_41);
      i_43  =  i_32 + 1;
      l_44  =  (long) i_43;
      l_45  =  l_44 << 2;
      ul_46  =  ul_1 + l_45;
      i_47  =  *((__global int *) ul_46);
      i_48  =  i_47 << 6;
      i_49  =  i_48 + i_27;
      l_50  =  (long) i_49;
      l_51  =  l_50 << 2;
      ul_52  =  ul_0 + l_51;
      f_53  =  *((__global float *) ul_52);
      i_54  =  i_32 + 2;
      l_55  =  (long) i_54;
      l_56  =  l_55 << 2;
      ul_57  =  ul_1 + l_56;
      i_58  =  *((__global int *) ul_57);
      i_59  =  i_58 << 6;
      i_60  =  i_59 + i_27;
      l_61  =  (long) i_60;
      l_62  =  l_61 << 2;
      ul_63  =  ul_0 + l_62;
      f_64  =  *((__global float *) ul_63);
      i_65  =  i_32 + 3;
      l_66  =  (long) i_65;
      l_67  =  l_66 << 2;
      ul_68  =  ul_1 + l_67;
      i_69  =  *((__global int *) ul_68);
      i_70  =  i_69 << 6;
      i_71  =  i_70 + i_27;
      l_72  =  (long) i_71;
      l_73  =  l_72 << 2;
      ul_74  =  ul_0 + l_73;
      f_75  =  *((__global float *) ul_74);
      f_76  =  f_31 + f_75;
      f_77  =  f_30 + f_64;
      f_78  =  f_29 + f_53;
      f_79  =  f_28 + f_42;
      i_80  =  i_32 + 4;
      f_28  =  f_79;
      f_29  =  f_78;
      f_30  =  f_77;
      f_31  =  f_76;
      i_32  =  i_80;
    }  // B2
    // BLOCK 4
    // BLOCK 5 MERGES [4 6 ]
    f_81  =  f_28;
    i_82  =  i_26;
    for(;i_82 < i_20;)
    {
      // BLOCK 6
      l_83  =  (long) i_82;
      l_84  =  l_83 << 2;
      ul_85  =  ul_1 + l_84;
      i_86  =  *((__global int *) ul_85);
      i_87  =  i_86 << 6;
      i_88  =  i_87 + i_27;
      l_89  =  (long) i_88;
      l_90  =  l_89 << 2;
      ul_91  =  ul_0 + l_90;
      f_92  =  *((__global float *) ul_91);
      f_93  =  f_81 + f_92;
      i_94  =  i_82 + 1;
      f_81  =  f_93;
      i_82  =  i_94;
    }  // B5
    // BLOCK 7
    i_95  =  i_7 << 6;
    i_96  =  i_95 + i_27;
    l_97  =  (long) i_96;
    l_98  =  l_97 << 2;
    ul_99  =  ul_3 + l_98;
    f_100  =  f_29 + f_81;
    f_101  =  f_30 + f_31;
    f_102  =  f_100 + f_101;
    *((__global float *) ul_99)  =  f_102;
  }  // B0
  else
  {
    // BLOCK 8
  }  // B0
  // BLOCK 9 MERGES [8 7 ]
  return;
}  //  kernel
